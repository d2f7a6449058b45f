import { read, utils, type WorkSheet } from "@e965/xlsx";
import { describe, expect, it, vi } from "vitest";
import type { Block, Sheet } from "./table-model.ts";
import { renderWorkbook } from "./workbook.server.ts";

const kpi: Block = {
  caption: "KPIの実績",
  columns: [
    { header: "指標", width: 30, kind: "text" },
    { header: "単位", width: 8, kind: "text" },
    { header: "年度", width: 16, kind: "year" },
    { header: "実績値", width: 12, kind: "figure" },
    { header: "達成率", width: 10, kind: "rate" },
    { header: "評価", width: 6, kind: "mark" },
  ],
  rows: [
    { heading: "しごとづくりPT" },
    ["宣言企業数", "社", 2023, "1450", "0.9129", "○"],
    ["転出超過数", "人", 2023, "-198.50", "-0.1", "×"],
    ["調査中の指標", "％", 2019, { words: "調査中" }, null, null],
    ["未報告の指標", null, 2024, null, null, null],
  ],
  totals: [["合計", null, null, "12345678.05", "1", null]],
};
const list: Sheet = { name: "一覧", landscape: true, heading: ["KPI一覧"], blocks: [kpi] };

async function sheetsOf(sheets: Sheet[]) {
  const bytes = await renderWorkbook({ title: "評価調書 & 一覧", fileName: "評価調書", sheets });
  return read(bytes, { cellNF: true, cellText: true, UTC: true, cellStyles: true });
}

async function firstOf(sheet: Sheet): Promise<WorkSheet> {
  const book = await sheetsOf([sheet]);
  return book.Sheets[book.SheetNames[0] ?? ""] ?? {};
}

/** The parts of the file as text. */
async function partOf(sheets: Sheet[], path: string): Promise<string> {
  const bytes = await renderWorkbook({ title: "評価調書 & 一覧", fileName: "評価調書", sheets });
  const { files } = read(bytes, { bookFiles: true }) as unknown as {
    files: Record<string, { content: Uint8Array }>;
  };
  return Buffer.from(files[path]?.content ?? "").toString("utf8");
}

describe("a workbook", () => {
  it("holds exact numbers that show the digits of the pages", async () => {
    const sheet = await firstOf(list);
    // 1 title, 2 gap, 3 caption, 4 head, 5 group, then the rows.
    expect(sheet.D6).toMatchObject({ t: "n", v: 1450, z: '#,##0;"▲"#,##0', w: "1,450" });
    expect(sheet.D7).toMatchObject({ t: "n", v: -198.5, w: "▲198.50" });
    expect(sheet.E6).toMatchObject({ t: "n", v: 0.9129, w: "91.3%" });
    expect(sheet.E7).toMatchObject({ t: "n", v: -0.1, w: "▲10%" });
    expect(sheet.D10).toMatchObject({ t: "n", v: 12345678.05, w: "12,345,678.05" });
    expect(sheet.C6).toMatchObject({ t: "s", v: "令和5（2023）年度" });
  });

  it("never makes a zero of what is missing", async () => {
    const sheet = await firstOf(list);
    expect(sheet.D8).toMatchObject({ t: "s", v: "調査中" });
    for (const cell of ["D9", "E8", "E9", "F9"])
      expect(sheet[cell]).toMatchObject({ t: "s", v: "－" });
    expect(sheet.B9?.v ?? "").toBe("");
  });

  it("keeps a figure in words that Excel would round", async () => {
    const columns = [{ header: "額", width: 30, kind: "figure" }] as const;
    const sheet = await firstOf({
      name: "額",
      heading: ["額"],
      blocks: [{ columns, rows: [["12345678901234567.89"], ["123456789012345"]] }],
    });
    expect(sheet.A4).toMatchObject({ t: "s", v: "12,345,678,901,234,567.89" });
    expect(sheet.A5).toMatchObject({ t: "n", v: 123456789012345 });
  });

  it("refuses what is no figure", async () => {
    const columns = [{ header: "額", width: 30, kind: "figure" }] as const;
    const with_ = (cell: string | number) =>
      renderWorkbook({
        title: "",
        fileName: "",
        sheets: [{ name: "額", heading: [], blocks: [{ columns, rows: [[cell]] }] }],
      });
    await expect(with_("1,450")).rejects.toThrow(RangeError);
    await expect(with_(0.1)).rejects.toThrow(TypeError);
  });

  it("holds no formula, whatever was typed", async () => {
    const hostile = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "＝HYPERLINK(1)", "a=b"];
    const columns = [{ header: '=cmd|" /C calc"!A0', width: 30, kind: "text" }] as const;
    const rows = [...hostile.map((text) => [text]), { heading: "=2" }];
    const sheet = await firstOf({
      name: "=1",
      heading: ["=1+2", "=1+3"],
      blocks: [{ caption: "=1+4", columns, rows }],
      notes: ["=1+5"],
    });
    const cells = utils.sheet_to_json<string[]>(sheet, { header: 1, blankrows: false }).flat();
    expect(cells).toEqual([
      "'=1+2",
      "'=1+3",
      "'=1+4",
      `'=cmd|" /C calc"!A0`,
      "'=1+1",
      "'+1",
      "'-1",
      "'@SUM(A1)",
      "'\tx",
      "'\nx",
      "'＝HYPERLINK(1)",
      "a=b",
      "'=2",
      "'=1+5",
    ]);
    for (const [address, cell] of Object.entries(sheet))
      if (!address.startsWith("!")) expect(cell, address).not.toHaveProperty("f");
    expect(sheet.A6).toMatchObject({ t: "s", z: "@" });
  });

  it("is ready to print on A4, with the head on every sheet", async () => {
    const xml = await partOf([list], "xl/worksheets/sheet1.xml");
    expect(xml).toMatch(/<pageSetup[^>]*paperSize="9"/);
    expect(xml).toMatch(/<pageSetup[^>]*orientation="landscape"/);
    expect(xml).toMatch(/<pageSetup[^>]*fitToWidth="1"[^>]*fitToHeight="0"/);
    expect(xml).toContain("<pageSetUpPr fitToPage=");
    expect(xml).toContain(
      "<oddFooter>&amp;L&amp;9評価調書 &amp;&amp; 一覧&amp;R&amp;9&amp;P / &amp;N</oddFooter>",
    );
    expect(xml).toMatch(/<pane ySplit="4"[^>]*state="frozen"/);
    const book = await partOf([list], "xl/workbook.xml");
    expect(book).toMatch(/_xlnm\.Print_Titles"[^>]*>&apos;一覧&apos;!\$4:\$4</);
    expect(await partOf([list], "xl/styles.xml")).toContain('<name val="BIZ UDPGothic"/>');
  });

  it("repeats the title where one head would not fit all tables", async () => {
    const two = { ...list, blocks: [kpi, kpi] };
    const book = await partOf([two], "xl/workbook.xml");
    expect(book).toMatch(/_xlnm\.Print_Titles"[^>]*>&apos;一覧&apos;!\$1:\$1</);
  });

  it("lays a form over the columns of the table on its sheet", async () => {
    const form: Block = {
      columns: [
        { header: "", width: 30, kind: "text" },
        { header: "", width: 52, kind: "text" },
      ],
      rows: [["評価のポイント", "宣言企業は増えた。".repeat(20)]],
    };
    const sheet = await firstOf({ ...list, blocks: [form, kpi] });
    expect(sheet["!merges"]?.map(utils.encode_range)).toContain("B3:F3");
    expect(sheet.A3?.v).toBe("評価のポイント");
    // 180 kanji, 26 on a line.
    expect(sheet["!rows"]?.[2]?.hpt).toBe(7 * 13.5 + 5);
    expect(sheet.A6?.v).toBe("指標");
  });

  it("joins rows for a text that is higher than a row may be", async () => {
    const columns = [{ header: "", width: 20, kind: "text" }] as const;
    const rows = [["長い文。".repeat(300)], ["次"]];
    const sheet = await firstOf({ name: "a", heading: [], blocks: [{ columns, rows }] });
    const [joined] = sheet["!merges"] ?? [];
    expect(joined && utils.encode_range(joined)).toBe("A2:A6");
    expect(sheet.A7?.v).toBe("次");
  });

  it("gives its sheets names that Excel accepts", async () => {
    const named = (name: string): Sheet => ({ ...list, name });
    const long = "しごとづくりプロジェクトチームの評価調書（令和5年度の実績）";
    const book = await sheetsOf(
      ["a/b:c[1]*?\\", "A／B：C［1］＊？＼", "", "'d'or'", long, long].map(named),
    );
    expect(book.SheetNames).toEqual([
      "a／b：c［1］＊？＼",
      "A／B：C［1］＊？＼(2)",
      "シート",
      "d’or",
      long,
      `${long.slice(0, 28)}(2)`,
    ]);
  });

  it("is the same file for the same figures, and names nobody", async () => {
    const make = () => renderWorkbook({ title: "評価調書", fileName: "a", sheets: [list] });
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-04-01T00:00:00Z") });
    const first = await make();
    vi.setSystemTime(new Date("2027-05-02T11:22:33Z"));
    expect(Buffer.compare(first, await make())).toBe(0);
    vi.useRealTimers();
    const core = await partOf([list], "docProps/core.xml");
    expect(core).toContain("<dc:creator>九州・山口 広域連携ポータル</dc:creator>");
    expect(core).toContain("2000-01-01T00:00:00Z");
  });
});
