import { read, utils } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { streamCsv } from "./csv.server.ts";
import { streamWorkbook } from "./streamed-workbook.server.ts";

const columns = [
  { header: "番号", width: 10, kind: "text" },
  { header: "内容", width: 40, kind: "text" },
] as const;

async function* batches(count: number, size: number, text = "あ") {
  for (let batch = 0; batch < count; batch++)
    yield Array.from({ length: size }, (_, n) => [String(batch * size + n), text]);
}

async function whole(parts: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const found = [];
  for await (const part of parts) found.push(part);
  return Buffer.concat(found);
}

const workbook = (rows: AsyncIterable<string[][]>) =>
  streamWorkbook({ name: "監査記録", heading: ["監査記録", "作成"], columns }, rows);

describe("a table that is written as it comes", () => {
  it("is a workbook with all its rows", async () => {
    const book = read(await whole(workbook(batches(20, 500))));
    const rows = utils.sheet_to_json<string[]>(book.Sheets.監査記録 ?? {}, { header: 1 });
    expect(rows.slice(0, 4)).toEqual([["監査記録"], ["作成"], ["番号", "内容"], ["0", "あ"]]);
    expect(rows).toHaveLength(10_003);
    expect(rows.at(-1)).toEqual(["9999", "あ"]);
  });

  it("computes nothing that somebody typed", async () => {
    const formula = "=HYPERLINK(1)";
    const book = read(await whole(workbook(batches(1, 1, formula))), { cellFormula: true });
    const cell = book.Sheets.監査記録?.B4;
    expect(cell).toMatchObject({ t: "s", v: `'${formula}` });
    expect(cell?.f).toBeUndefined();
    const csv = (await whole(streamCsv(columns, batches(2, 1, formula)))).toString();
    expect(csv).toBe(`\uFEFF番号,内容\r\n0,'${formula}\r\n1,'${formula}\r\n`);
  });

  it("fails where its rows fail, and stops where nobody reads on", async () => {
    async function* failing() {
      yield [["1", "あ"]];
      throw new Error("database away");
    }
    await expect(whole(workbook(failing()))).rejects.toThrow("database away");
    let asked = 0;
    async function* endless() {
      for (;;) {
        asked++;
        await new Promise((resolve) => setImmediate(resolve));
        yield* batches(1, 1000, "あ".repeat(100));
      }
    }
    for await (const _ of workbook(endless())) break;
    const then = asked;
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
    expect(asked).toBeLessThanOrEqual(then + 1);
  });
});
