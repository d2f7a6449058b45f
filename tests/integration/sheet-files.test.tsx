import { inflateSync } from "node:zlib";
import { read, utils } from "@e965/xlsx";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SheetDocument } from "#app/components/sheet/sheet-document.tsx";
import { fiscalYearShort } from "#app/domain/fiscal-year/fiscal-year.ts";
import type { EvaluationSheet, SheetIndicator } from "#app/domain/sheet/evaluation-sheet.ts";
import { closeBrowser } from "#app/lib/export/browser.server.ts";
import { loader as pdfFile } from "#app/routes/sheets/pdf.tsx";
import { loader as workbookFile } from "#app/routes/sheets/workbook.ts";
import { readSheet } from "#app/services/sheet/read.server.ts";
import { openPortal, type Portal } from "#tests/factories/portal.ts";
import { actingAs } from "#tests/factories/steps.ts";
import { beWebProcess, routeArgs } from "#tests/factories/web.ts";

// The files hold what the page shows: the same figures as numbers, the same table on paper.

let portal: Portal;
let endWeb: () => Promise<void>;

beforeAll(async () => {
  portal = await openPortal();
  endWeb = beWebProcess(portal);
});
afterAll(async () => {
  await closeBrowser();
  await endWeb();
  await portal.close();
});

async function sheetOf(plan: string, node: string, fy = 2016): Promise<EvaluationSheet> {
  const reading = await readSheet(actingAs(portal, null), { plan, node }, fy);
  if (!reading) throw new Error("A first reading is never null");
  return reading.sheet;
}

async function fileOf(
  loader: typeof pdfFile,
  ending: string,
  plan: string,
  node: string,
  fy = 2016,
): Promise<{ response: Response; bytes: Uint8Array }> {
  const path = `/plans/${plan}/sheets/${node}.${ending}?fy=${fy}`;
  const response = await loader(routeArgs(path, { params: { plan, node } }));
  return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
}

type Value = string | number;
/** The rows of a workbook's sheet under the row that begins with these heads, by head. */
async function rowsOf(
  plan: string,
  node: string,
  name: string,
  first: string,
): Promise<Record<string, Value>[]> {
  const { bytes } = await fileOf(workbookFile, "xlsx", plan, node);
  const sheet = read(bytes, { UTC: true }).Sheets[name];
  if (!sheet) throw new Error(`No sheet ${name}`);
  const lines = utils.sheet_to_json<Value[]>(sheet, { header: 1, blankrows: true });
  const head = lines.findIndex((line) => line[0] === first);
  const end = lines.findIndex((line, index) => index > head && line.length === 0);
  return lines
    .slice(head + 1, end === -1 ? undefined : end)
    .map((line) =>
      Object.fromEntries((lines[head] ?? []).map((key, column) => [key, line[column] ?? ""])),
    );
}

const numberOf = (value: string | null | undefined) => (value == null ? null : Number(value));

/** What a workbook holds of an indicator's years, as the model has them. */
function yearsOf(indicator: SheetIndicator, marksName: string): Record<string, Value> {
  return Object.fromEntries(
    indicator.years.flatMap(({ fy, target, result }) => {
      const year = fiscalYearShort(fy);
      const words: Record<string, string> = { provisional: "集計中", no_data: "実績なし" };
      const absent = result ? (words[result.unjudged ?? ""] ?? "") : "";
      const of = (what: string, value: Value): [string, Value] => [`${year}${what}`, value];
      return [
        of("目標", numberOf(target?.value) ?? target?.text ?? ""),
        // Later years have no columns for what came of them.
        ...(result
          ? [of("実績", numberOf(result.value) ?? absent), of(marksName, result.mark ?? "")]
          : []),
      ];
    }),
  );
}

describe("a workbook", () => {
  it.each(["G1", "G2", "G3", "G4", "G5"])(
    "久留米市 %s: every target, actual, mark and outlook of the page",
    async (node) => {
      const { outcomes } = await sheetOf("kurume", node);
      const rows = await rowsOf("kurume", node, "数値目標", "数値目標");
      expect(rows).toHaveLength(outcomes.length);
      for (const [index, indicator] of outcomes.entries())
        expect(rows[index], indicator.name).toMatchObject({
          数値目標: indicator.name,
          単位: indicator.unit,
          基準値: numberOf(indicator.baseline.value) ?? expect.any(String),
          ...yearsOf(indicator, "進捗度"),
          達成見込み: indicator.outlook ?? "",
        });
    },
  );

  it("久留米市: figures as numbers, and words where there is none", async () => {
    const [moving, visitors] = await rowsOf("kurume", "G2", "数値目標", "数値目標");
    expect(moving).toMatchObject({ 基準値: 650, H27目標: 550, H27実績: 547, H28実績: 467 });
    expect(Object.keys(moving ?? {})).toEqual(
      [
        "数値目標 単位 基準値 基準時点 目標値 目標（記載）",
        "H27目標 H27実績 H27進捗度 H28目標 H28実績 H28進捗度 H29目標 H30目標 R1目標",
        "達成見込み 備考",
      ].flatMap((line) => line.split(" ")),
    );
    expect(visitors).toMatchObject({
      H27実績: 525,
      H27進捗度: "△",
      H28実績: "集計中",
      H28進捗度: "ー",
    });
  });

  it("久留米市: the counts of each direction and their sum", async () => {
    const { counts } = await sheetOf("kurume", "G2");
    const rows = await rowsOf("kurume", "G2", "件数", "施策の基本的方向");
    for (const row of counts.rows) {
      const shown = rows.find((one) => String(one.施策の基本的方向).includes(row.node.name));
      expect(shown).toMatchObject({
        ...Object.fromEntries(counts.marks.map(({ symbol }, i) => [symbol, row.marks[i]])),
        ...Object.fromEntries(
          counts.outlook.map(({ symbol }, i) => [`見込み${symbol}`, row.outlooks[i]]),
        ),
        計: row.total,
        見込み計: row.outlookTotal,
      });
    }
    expect(rows.at(-1)).toMatchObject({
      施策の基本的方向: "合計",
      "○": 6,
      "△": 2,
      "×": 1,
      ー: 4,
      計: 13,
    });
  });

  it("北九州市: every KPI, and a grade for each measure once", async () => {
    const { sections } = await sheetOf("kitakyushu", "G1");
    const rows = await rowsOf("kitakyushu", "G1", "具体的施策", "施策の方向");
    const measures = sections.flatMap((section) => section.measures);
    const kpis = measures.flatMap(({ indicators }) =>
      indicators.length > 0 ? indicators : [null],
    );
    expect(rows).toHaveLength(kpis.length);
    for (const [index, kpi] of kpis.entries()) {
      const result = kpi?.years.find(({ fy }) => fy === 2016)?.result;
      if (!kpi || result?.value == null) continue;
      expect(rows[index], kpi.name).toMatchObject({
        KPI: kpi.name,
        H28実績: Number(result.value),
        達成率: result.rate === null ? "－" : Number(result.rate),
        KPI評価: result.mark ?? "",
      });
    }
    const graded = (grade: string) =>
      rows.filter((row) => row.評価 === grade && row.再掲 === "").length;
    expect(["A", "B", "C", "D"].map(graded)).toEqual([26, 19, 11, 7]);
  });

  it("美祢市: the schedule, with arrows to where a bar goes on", async () => {
    const rows = await rowsOf("mine", "G1", "工程", "番号");
    expect(rows.find((row) => row.主な取組 === "企業の誘致活動・訪問活動の実施")).toMatchObject({
      番号: "1-1-2",
      H27: "",
      H28: "プロモーション・訪問活動の実施",
      H29: "→",
      R1: "→",
    });
  });

  it("comes under its name, to everybody who may read the page", async () => {
    const { response } = await fileOf(workbookFile, "xlsx", "kurume", "G1");
    expect(response.headers.get("Content-Type")).toContain("spreadsheetml");
    expect(decodeURIComponent(response.headers.get("Content-Disposition") ?? "")).toContain(
      "評価調書_kurume_G1_H28.xlsx",
    );
    const refused = workbookFile(routeArgs("/x", { params: { plan: "kurume", node: "D1" } }));
    await expect(refused).rejects.toMatchObject({ status: 404 });
  });
});

/** How often each element stands in a PDF's tree for those who listen. */
function elementsOf(pdf: Uint8Array): (tag: string) => number {
  const bytes = Buffer.from(pdf);
  const plain = bytes.toString("latin1");
  const streams = [
    ...plain.matchAll(/\/Filter \/FlateDecode[^>]*?\/Length (\d+)[^>]*>>\s*stream\r?\n/g),
  ].map((match) => {
    const from = match.index + match[0].length;
    return inflateSync(bytes.subarray(from, from + Number(match[1]))).toString("latin1");
  });
  const all = [plain, ...streams].join("\n");
  return (tag) => all.match(new RegExp(`/S /${tag}\\b`, "g"))?.length ?? 0;
}

const occurrences = (markup: string, pattern: RegExp) => markup.match(pattern)?.length ?? 0;

describe("a PDF", () => {
  it.each([
    ["kurume", "G2", "594", 9],
    ["kitakyushu", "G1", "841", 10],
    ["mine", "G1", "594", 6],
  ] as const)("%s %s: has every row and cell of the page", async (plan, node, width, columns) => {
    const sheet = await sheetOf(plan, node);
    const markup = renderToStaticMarkup(<SheetDocument sheet={sheet} />);
    // The table that the layout is about has its columns.
    const heads = [...markup.matchAll(/<thead>(.*?)<\/thead>/g)].map(([, head = ""]) =>
      occurrences(head, /<th[ >]/g),
    );
    expect(heads).toContain(columns);
    const { response, bytes } = await fileOf(pdfFile, "pdf", plan, node);
    expect(response.headers.get("Content-Type")).toBe("application/pdf");
    const count = elementsOf(bytes);
    expect(count("TR")).toBe(occurrences(markup, /<tr[ >]/g));
    expect(count("TH")).toBe(occurrences(markup, /<th[ >]/g));
    // Chromium leaves out cells with nothing in them.
    expect(count("TD")).toBe(occurrences(markup, /<td[^>]*>(?!<\/td>)/g));
    const boxes =
      Buffer.from(bytes)
        .toString("latin1")
        .match(/\/MediaBox \[[^\]]*\]/g) ?? [];
    expect(boxes.length).toBeGreaterThan(0);
    for (const box of boxes) expect(box).toContain(`[0 0 ${width}`);
  });
});
