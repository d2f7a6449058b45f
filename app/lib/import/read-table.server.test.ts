import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { TableLimits, TableRow } from "#app/domain/import/table.ts";
import { office, pdf, png, zip } from "#tests/factories/files.ts";
import { openSpreadsheet, workbookXml } from "#tests/factories/workbooks.ts";
import { UnreadableTable } from "./problem.ts";
import { readTable } from "./read-table.server.ts";
import { RowSink } from "./row-sink.ts";
import { readTableFile } from "./table-file.server.ts";

const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../../tests/fixtures/import/${name}`, import.meta.url)));
const text = (content: string) => new Uint8Array(Buffer.from(content));

/** Without the thread, which takes its time to start from the sources. */
async function read(bytes: Uint8Array, limits = { rows: 100_000, columns: 256 }) {
  const rows: TableRow[] = [];
  const sink = new RowSink(limits, async (batch) => void rows.push(...batch));
  try {
    await readTableFile(bytes, sink);
    return { result: { ok: true, rows: sink.rows }, rows };
  } catch (error) {
    if (!(error instanceof UnreadableTable)) throw error;
    return { result: { ok: false, problem: error.problem }, rows };
  }
}

async function cellsOf(bytes: Uint8Array): Promise<string[][]> {
  const { result, rows } = await read(bytes);
  expect(result).toEqual({ ok: true, rows: rows.length });
  return rows.map(({ cells }) => cells);
}

async function problemOf(bytes: Uint8Array) {
  const { result } = await read(bytes);
  return result.problem ?? null;
}

const values = [
  ["見出し", "内容"],
  ["合計", "0.3", "", "見えない列"],
  ["大きな数", "1000000000000000000000"],
  ["割合", "12.9%"],
  ["負の割合", "-2.38%"],
  ["人数", "1450"],
  ["負の数", "-198"],
  ["千単位", "1450"],
  ["日付", "2026-11-30"],
  ["和暦", "2026-11-30"],
  ["和暦の略", "2026-11-30"],
  ["日時", "2026-11-30T09:30:00"],
  ["時刻", "09:30:00"],
  ["真偽", "TRUE"],
  ["式", "3"],
  ["文字の式", "見出しの式"],
  ["誤り", "#DIV/0!"],
  ["飾り", "重要業績"],
  ["改行", "一行目\n二行目"],
  ["全角", "１，４５０人"],
  ["文字の数", "007"],
  ["空白", " 前後 "],
  ["結合", "左上"],
  ["隠した行", "見えない行"],
];

describe("a workbook", () => {
  it.each(["exceljs.xlsx", "from-1904.xlsx", "libreoffice.xlsx", "libreoffice.ods"])(
    "%s is read as what is seen in it, hidden parts too",
    async (name) => {
      const { result, rows } = await read(fixture(name));
      expect(result).toEqual({ ok: true, rows: values.length + 2 });
      expect(rows.map(({ cells }) => cells)).toEqual([
        ...values,
        ["", "", "離れたセル"],
        ["見えないシート"],
      ]);
      expect(rows.at(-2)).toMatchObject({ sheet: "値", row: 26 });
      expect(rows.at(-1)).toMatchObject({ sheet: "隠しシート", row: 1 });
    },
  );

  it("of the old kind is read likewise; a result that may be a text is no 0", async () => {
    const rows = await cellsOf(fixture("libreoffice.xls"));
    const expected = values.map(([name, ...rest]) =>
      name === "文字の式" ? [name, '=A1&"の式"'] : [name, ...rest],
    );
    expect(rows.slice(0, values.length)).toEqual(expected);
  });
});

describe("a workbook of another program", () => {
  const sheet = (rows: string, more: Partial<Parameters<typeof workbookXml>[0]> = {}) =>
    cellsOf(workbookXml({ rows, ...more }));

  it("without addresses, styles, shared strings", async () => {
    const rows =
      '<row><c t="inlineStr"><is><t>団体</t></is></c><c><v>1</v></c></row><row><c/><c s="7"><v>0.5</v></c></row>';
    expect(await sheet(rows)).toEqual([
      ["団体", "1"],
      ["", "0.5"],
    ]);
  });

  it.each(["A1:XFD1048576", "A1"])("that says it reaches over %s", async (reach) => {
    const before = `<dimension ref="${reach}"/>`;
    expect(await sheet('<row r="3"><c r="B3"><v>1</v></c></row>', { before })).toEqual([["", "1"]]);
  });

  it("with paths from the root and prefixes", async () => {
    const rows = '<x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row>';
    const strings = "<si><t>値</t></si>";
    expect(await sheet(rows, { prefix: "x:", absolute: true, strings })).toEqual([["値"]]);
  });

  it("with furigana, pieces of text and characters that XML has no place for", async () => {
    const strings =
      '<si><t>久留米市</t><rPh sb="0" eb="3"><t>クルメ</t></rPh><phoneticPr fontId="1"/></si>' +
      '<si><r><t>重要</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 業績</t></r><rPh sb="0" eb="2"><t>ジュウヨウ</t></rPh></si>' +
      "<si><t>一行目_x000D_\n二行目_x005F_x000D_</t></si><si><t>&lt;&#12354;&amp;<![CDATA[<b>]]></t></si>";
    const rows = `<row>${[0, 1, 2, 3].map((n) => `<c t="s"><v>${n}</v></c>`).join("")}</row>`;
    expect(await sheet(rows, { strings })).toEqual([
      ["久留米市", "重要 業績", "一行目\n二行目_x000D_", "<あ&<b>"],
    ]);
  });

  it("with days written as such, and formulas that were never computed", async () => {
    const rows =
      '<row><c t="d"><v>2026-11-30T00:00:00</v></c><c><f>SUM(A1:A9)</f></c><c t="str"><f>A1</f><v></v></c><c t="e"><f>1/0</f><v>#REF!</v></c><c t="b"><v>0</v></c></row>';
    expect(await sheet(rows)).toEqual([["2026-11-30", "=SUM(A1:A9)", "", "#REF!", "FALSE"]]);
  });

  it("whose rows are written in no order", async () => {
    const rows = '<row r="2"><c r="C2"><v>3</v></c><c r="A2"><v>1</v></c></row>';
    expect(await sheet(rows)).toEqual([["1", "", "3"]]);
  });

  it("in OpenDocument, repeated, covered and commented on", async () => {
    const cell = (content: string, attributes = "") =>
      `<table:table-cell ${attributes}>${content}</table:table-cell>`;
    const body = `<table:table table:name="表"><table:table-row table:number-rows-repeated="2">${cell(
      "<office:annotation><text:p>注</text:p></office:annotation><text:p>一<text:s text:c='2'/>\n 行<text:ruby><text:ruby-base>市</text:ruby-base><text:ruby-text>シ</text:ruby-text></text:ruby></text:p><text:p>二</text:p>",
      'office:value-type="string"',
    )}<table:covered-table-cell><text:p>下</text:p></table:covered-table-cell>${cell(
      "<text:p>12.9%</text:p>",
      'office:value-type="percentage" office:value="0.129" table:number-columns-repeated="2"',
    )}</table:table-row></table:table><table:table table:name="外"><table:table-source/><table:table-row>${cell("<text:p>外</text:p>")}</table:table-row></table:table>`;
    const row = ["一   行市\n二", "", "12.9%", "12.9%"];
    expect(await cellsOf(openSpreadsheet(body))).toEqual([row, row]);
  });
});

describe("a text", () => {
  const written = "団体,値\r\n髙㈱①,\"1,450\n人\"\r\n\r\n～－,'2'\r\n";
  const cells = [
    ["団体", "値"],
    ["髙㈱①", "1,450\n人"],
    ["～－", "'2'"],
  ];

  it.each<[string, Uint8Array]>([
    ["in UTF-8", text(written)],
    ["in UTF-8 with a mark", text(`\ufeff${written}`)],
    ["in UTF-16", new Uint8Array(Buffer.from(`\ufeff${written}`, "utf16le"))],
    [
      "in UTF-16 the other way round",
      new Uint8Array(Buffer.from(`\ufeff${written}`, "utf16le").swap16()),
    ],
    ["with tabs", text(written.replace(/,(?!450)/g, "\t"))],
    ["with semicolons", text(written.replace(/,(?!450)/g, ";"))],
  ])("%s", async (_, bytes) => {
    const { rows } = await read(bytes);
    expect(rows.map((row) => row.cells)).toEqual(cells);
    // The blank line is a row of the sheet, the line break within quotes is not.
    expect(rows.map(({ row }) => row)).toEqual([1, 2, 4]);
  });

  it("in Shift_JIS as Windows writes it", async () => {
    const bytes = new Uint8Array([
      0x81, 0x60, 0x2c, 0x81, 0x7c, 0x2c, 0x87, 0x40, 0x2c, 0x87, 0x8a, 0x2c, 0xfb, 0xfc, 0x0a,
    ]);
    expect(await cellsOf(bytes)).toEqual([["～", "－", "①", "㈱", "髙"]]);
  });

  it("saved by LibreOffice in Shift_JIS is read as it was shown", async () => {
    const rows = await cellsOf(fixture("libreoffice.csv"));
    expect(rows.find(([name]) => name === "人数")).toEqual(["人数", "1,450人"]);
    expect(rows.find(([name]) => name === "和暦")).toEqual(["和暦", "令和8年11月30日"]);
    expect(rows.find(([name]) => name === "改行")).toEqual(["改行", "一行目\n二行目"]);
  });

  it("in EUC-JP or in an encoding of mail is not guessed at", async () => {
    expect(await problemOf(new Uint8Array([0xb5, 0xd7, 0xce, 0xb1, 0xca, 0xc6, 0x2c, 0x31]))).toBe(
      "encoding",
    );
    expect(await problemOf(text("\u001b$B5WN1JF\u001b(B,1"))).toBe("encoding");
    expect(await problemOf(new Uint8Array([0x81, 0xff, 0x2c]))).toBe("encoding");
  });
});

describe("what is no table", () => {
  it.each<[string, Uint8Array, string]>([
    ["nothing", text(""), "empty"],
    ["blank lines", text("\n,,\n"), "empty"],
    ["a workbook without anything", workbookXml({ rows: "<row/>" }), "empty"],
    ["a PDF", pdf(), "type"],
    ["a picture", png(), "encoding"],
    ["a page", text("<!doctype html><table><tr><td>1</table>"), "type"],
    ["a document of Word", office("docx"), "type"],
    ["an archive", zip({ name: "a.csv", content: "1" }), "type"],
    [
      "a workbook with macros",
      office("xlsx", { name: "xl/vbaProject.bin", content: "x" }),
      "macros",
    ],
    ["half a workbook", workbookXml({ rows: "" }).subarray(0, 900), "unreadable"],
    ["an empty shell", office("xlsx"), "unreadable"],
    ["rows that are not XML", workbookXml({ rows: "<row><c></row>" }), "unreadable"],
    ["quotes without an end", text('団体,"値\n1'), "unreadable"],
    ["an old container of something", joinedContainer("WordDocument"), "type"],
    ["an old workbook with macros", joinedContainer("Workbook", "_VBA_PROJECT"), "macros"],
    ["a workbook with a password", joinedContainer("EncryptedPackage"), "protected"],
    ["an old workbook that breaks off", joinedContainer("Workbook"), "unreadable"],
  ])("%s", async (_, bytes, problem) => {
    expect(await problemOf(bytes)).toBe(problem);
  });
});

/** The first sector of a container and the names in its directory. */
function joinedContainer(...streams: string[]): Uint8Array {
  const magic = Buffer.from("d0cf11e0a1b11ae1", "hex");
  return new Uint8Array(
    Buffer.concat([
      magic,
      Buffer.alloc(504),
      ...streams.map((name) => Buffer.from(name, "utf16le")),
    ]),
  );
}

describe("a reading", () => {
  const rows = (count: number) => text("値\n".repeat(count));
  const problemOf = async (bytes: Uint8Array, limits: TableLimits) => {
    const result = await readTable({ name: "表", bytes }, limits, () => {});
    return result.ok ? null : result.problem;
  };

  it("takes as many rows and columns as the caller does", async () => {
    expect(await problemOf(rows(10), { rows: 10 })).toBeNull();
    expect(await problemOf(rows(11), { rows: 10 })).toBe("too_many_rows");
    expect(await problemOf(text("1,2,3,,"), { rows: 1, columns: 3 })).toBeNull();
    expect(await problemOf(text("1,2,3,4"), { rows: 1, columns: 3 })).toBe("too_many_columns");
    const far = workbookXml({ rows: '<row><c r="XFD1"><v>1</v></c></row>' });
    expect(await problemOf(far, { rows: 1 })).toBe("too_many_columns");
  });

  it("waits for what is done with its rows, and hands them on in order", async () => {
    let busy = false;
    const seen: number[] = [];
    const result = await readTable(
      { name: "表", bytes: rows(2000) },
      { rows: 2000 },
      async (batch) => {
        expect(busy).toBe(false);
        busy = true;
        await new Promise((resolve) => setImmediate(resolve));
        seen.push(...batch.map(({ row }) => row));
        busy = false;
      },
    );
    expect(result).toEqual({ ok: true, rows: 2000 });
    expect(seen).toEqual(Array.from({ length: 2000 }, (_, index) => index + 1));
  });

  it("ends with what fails there, and when nobody wants it any more", async () => {
    const failing = readTable({ name: "表", bytes: rows(2000) }, { rows: 2000 }, () => {
      throw new Error("boom");
    });
    await expect(failing).rejects.toThrow("boom");
    const abort = new AbortController();
    const left = readTable(
      { name: "表", bytes: rows(2000) },
      { rows: 2000 },
      () => abort.abort(new Error("left")),
      abort.signal,
    );
    await expect(left).rejects.toThrow("left");
  });

  it("is given up when it takes too long", async () => {
    expect(await problemOf(rows(2000), { rows: 2000, milliseconds: 1 })).toBe("too_slow");
  });
});
