import { describe, expect, it } from "vitest";
import { qualityWords as entryQualityWords } from "#app/i18n/answer.ts";
import {
  aggregationLabels,
  directionLabels,
  frequencyLabels,
  periodLabel,
  seriesLabels,
  themeLabels,
} from "#app/i18n/labels.ts";
import { planTemplateWords } from "#app/i18n/plan-template.ts";
import { valueKindLabels } from "#app/i18n/rubric.ts";
import { rubricTemplates } from "../rubric/templates.ts";
import { readPlanFacts } from "./plan-facts.ts";
import { figureReader } from "./plan-figures.ts";
import { namingOf } from "./plan-organisations.ts";
import { planSheets } from "./plan-sheets.ts";
import * as words from "./plan-words.ts";
import { readPlanContent } from "./plan-workbook.ts";
import type { TableRow } from "./table.ts";

const naming = namingOf("saga", [
  { slug: "saga", shortName: "佐賀県", name: "佐賀県" },
  { slug: "kyukeiren", shortName: "九経連", name: "一般社団法人九州経済連合会" },
]);
const years = { firstFy: 2024, lastFy: 2028 };
let ids = 0;
const newId = () => `id-${++ids}`;

const rowsOf = (sheet: string, ...rows: string[][]): TableRow[] =>
  rows.map((cells, index) => ({ sheet, row: index + 1, cells }));

const nodes = [
  ["コード", "種別", "番号", "名称", "上位のコード", "目的", "横断テーマ", "再掲元"],
  ["（例）G1", "基本目標", "1", "例"],
  ["G1", "基本目標", "1", "仕事をつくる"],
  ["1-1", "施策", "（1）", "創業を支える", "G1"],
  ["1-1-1", "事業", "①", "創業支援", "1-1", "創業を支援する。", "女性、ＤＸ"],
];
const nodeRows = (change: (rows: string[][]) => void = () => {}) => {
  const rows = nodes.map((row) => [...row]);
  (rows[4] as string[])[6] = "女性、デジタル";
  change(rows);
  return rowsOf("体系", ...rows);
};
const indicatorHead = [
  "コード",
  "所属のコード",
  "名称",
  "単位",
  "値の種類",
  "目指す方向",
  "数値の種類",
  "集計の方法",
  "報告団体",
  "報告の頻度",
  "基準値",
  "目標値",
  "目標の表記",
];
const k1 = [
  "K1",
  "1-1-1",
  "創業件数",
  "件",
  "単年度",
  "増加を目指す",
  "実数",
  "",
  "",
  "",
  "３５",
  "1,050",
  "",
];
const indicatorRows = (...rows: string[][]) => rowsOf("指標", indicatorHead, ...rows);
const targetRows = (...rows: string[][]) =>
  rowsOf("目標値", ["指標のコード", "指標の名称", "R6", "令和７年度", "2026"], ...rows);

const content = (
  rows: TableRow[],
  before: Parameters<typeof readPlanContent>[1]["before"] = null,
) => readPlanContent(rows, { before, naming, years, newId });
const sound = () => {
  const read = content([
    ...nodeRows(),
    ...indicatorRows(k1),
    ...targetRows(["K1", "", "40", "※検討", "1,000件"]),
  ]);
  if (!read.content) throw new Error(JSON.stringify(read.refusals));
  return read.content;
};
const places = (
  refusals: { sheet: string; row: number | null; column: string | null; reason: string }[],
) =>
  refusals.map(
    ({ sheet, row, column, reason }) => `${sheet}!${column ?? ""}${row ?? ""} ${reason}`,
  );

describe("the sheet of a plan's facts", () => {
  const facts = (...rows: string[][]) => readPlanFacts(rowsOf("計画", ["項目", "内容"], ...rows));
  const lines = [
    ["計画のコード", "Saga-2"],
    ["計画の名称", "総合戦略"],
    ["開始年度", "R6"],
    ["終了年度", "2028"],
  ];

  it("says what the plan is, the rest goes without saying", () => {
    expect(facts(...lines)).toEqual({
      refusals: [],
      facts: {
        code: "saga-2",
        name: "総合戦略",
        nickname: null,
        firstFy: 2024,
        lastFy: 2028,
        rubric: "bands",
        levelNames: { goal: "基本目標", policy: "施策", project: "事業" },
      },
    });
  });

  it("is refused cell by cell", () => {
    expect(places(readPlanFacts([]).refusals)).toEqual(["計画! plan_import.sheet"]);
    expect(places(facts(...lines.slice(1)).refusals)).toEqual([
      "計画! plan_import.line 計画のコード",
    ]);
    const wrong = facts(
      ["計画のコード", "2 佐賀"],
      ["計画の名称", "x"],
      ["開始年度", "R6"],
      ["終了年度", "R60"],
      ["評価基準", "五段階"],
    );
    expect(places(wrong.refusals)).toEqual([
      "計画!B2 plan.plan_code",
      "計画!B5 plan.last_fy",
      "計画!B6 plan_import.word",
    ]);
  });
});

describe("the sheets of a plan's definition", () => {
  it("become its document", () => {
    const { nodes, indicators } = sound();
    expect(nodes.map(({ code, kind, parent, position }) => [code, kind, parent, position])).toEqual(
      [
        ["G1", "goal", null, 1],
        ["1-1", "policy", "G1", 1],
        ["1-1-1", "project", "1-1", 1],
      ],
    );
    expect(nodes[0]?.organisations).toEqual([{ slug: "saga", role: "lead" }]);
    expect(nodes[2]).toMatchObject({
      themes: ["women", "digital"],
      project: { purpose: "創業を支援する。", ...years },
    });
    expect(indicators).toHaveLength(1);
    expect(indicators[0]).toMatchObject({
      home: "1-1-1",
      aggregation: "single",
      reporters: ["saga"],
      baselineValue: "35",
      baselineText: "35件",
      targetValue: "1050",
      targetText: "1,050件（R10）",
      targetFy: 2028,
      roadmap: [
        { fy: 2024, value: "40" },
        { fy: 2025, value: null, undecided: true },
        { fy: 2026, value: "1000", text: "1,000件" },
      ],
    });
  });

  it("keep the ids of what is known, and close what is not named any more", () => {
    const before = sound();
    const again = content(
      [...nodeRows(), ...indicatorRows(["K2", ...k1.slice(1)]), ...targetRows()],
      before,
    );
    expect(again.content?.nodes.map(({ id }) => id)).toEqual(before.nodes.map(({ id }) => id));
    expect(again.content?.indicators).toMatchObject([
      { code: "K2", closedReason: null },
      { code: "K1", id: before.indicators[0]?.id, closedReason: "取込ファイルから除かれた。" },
    ]);
  });

  it.each<[string, TableRow[], string[]]>([
    [
      "a sheet that is missing",
      indicatorRows(k1),
      ["体系! plan_import.sheet", "目標値! plan_import.sheet"],
    ],
    [
      "a head without a column",
      [
        ...nodeRows((rows) => void rows.map((row) => row.splice(1, 1))),
        ...indicatorRows(k1),
        ...targetRows(),
      ],
      ["体系! plan_import.column 種別"],
    ],
    [
      "codes, kinds and places that are wrong",
      [
        ...nodeRows((rows) => {
          rows[2] = ["Ｇ１", "目標", "1", "x"];
          rows.push(["2026-01-01", "施策", "（2）", "x", "G1"]);
          rows[3] = ["1-1-1", "施策", "", "x", "G1"];
        }),
        ...indicatorRows(k1),
        ...targetRows(),
      ],
      [
        "体系!B3 plan_import.word",
        "体系!A3 plan.code",
        "体系!C4 plan_import.empty",
        "体系!A5 plan_import.twice",
        "体系!A6 plan_import.day",
      ],
    ],
    [
      "a tree that hangs on nothing",
      [
        ...nodeRows((rows) => {
          (rows[3] as string[])[4] = "G9";
          (rows[4] as string[])[6] = "DX";
        }),
        ...indicatorRows(k1),
        ...targetRows(),
      ],
      ["体系!E4 plan_import.policy_parent", "体系!G5 plan_import.word"],
    ],
    [
      "an indicator with cells that cannot be read",
      [
        ...nodeRows(),
        ...indicatorRows([
          "K1",
          "9-9",
          "創業件数",
          "件",
          "単年度",
          "上がる",
          "実数",
          "",
          "神奈川県",
          "",
          "△35",
          "50人",
          "",
        ]),
        ...targetRows(["K1", "", "40人"], ["K9", "", "1"]),
      ],
      [
        "目標値!A3 plan_import.indicator",
        "指標!F2 plan_import.word",
        "指標!I2 plan_import.organisation_named 神奈川県",
      ],
    ],
  ])("refuse %s", (_, rows, expected) => {
    const read = content(rows);
    expect(read.content).toBeNull();
    expect(places(read.refusals)).toEqual(expected);
  });
});

describe("the sheet of past figures", () => {
  const head = ["指標のコード", "団体", "年度", "期間", "区分", "実績値", "備考"];
  const read = (indicator: Record<string, unknown>, ...rows: string[][]) => {
    const [one] = sound().indicators;
    if (!one) throw new Error("no indicator");
    const indicators = [{ ...one, ...indicator }] as (typeof one)[];
    const reader = figureReader({ indicators, naming, ofOthers: false, thisFy: 2026 });
    return rowsOf("実績", ["", "2026年 作成"], head, ...rows)
      .map(reader)
      .slice(2);
  };
  const reason = (indicator: Record<string, unknown>, ...row: string[]) => {
    const [found] = read(indicator, row);
    return Array.isArray(found) ? places(found)[0] : found;
  };

  it("is read as the form of a figure is, exactly, and what is missing stays missing", () => {
    const rows = read(
      {},
      ["K1", "", "R5", "", "", "１，０５０件"],
      ["k1", "佐賀県", "2024", "", "集計中", "0", "速報"],
      [],
      ["K1", "", "R7", "", "調査中"],
    );
    expect(rows).toMatchObject([
      {
        row: 3,
        indicator: "K1",
        organisation: "saga",
        fy: 2023,
        period: 0,
        quality: "final",
        value: "1050",
      },
      { fy: 2024, quality: "provisional", value: "0", note: "速報" },
      null,
      { fy: 2025, quality: "under_survey", value: null },
    ]);
  });

  it.each([
    [["K9", "", "R5", "", "", "1"], "実績!A3 plan_import.indicator"],
    [["", "", "R5", "", "", "1"], "実績!A3 plan_import.empty"],
    [["K1", "九経連", "R5", "", "", "1"], "実績!B3 plan_import.reporter"],
    [["K1", "東京都", "R5", "", "", "1"], "実績!B3 plan_import.organisation"],
    [["K1", "", "5年", "", "", "1"], "実績!C3 plan_import.year"],
    [["K1", "", "R9", "", "", "1"], "実績!C3 plan_import.future"],
    [["K1", "", "R20", "", "", "1"], "実績!C3 plan_import.term"],
    [["K1", "", "R5", "4月", "", "1"], "実績!D3 plan_import.period"],
    [["K1", "", "R5", "", "速報", "1"], "実績!E3 entry.quality"],
    [["K1", "", "R5", "", "", "#DIV/0!"], "実績!F3 figure.unit"],
    [["K1", "", "R5", "", "", ""], "実績!F3 figure.empty"],
    [["K1", "", "R5", "", "", "△3"], "実績!F3 figure.ambiguous"],
  ])("refuses %j", (row, expected) => {
    expect(
      reason({}, ...row)
        ?.toString()
        .replace("unreadable", "unit"),
    ).toBe(expected);
  });

  it("refuses a figure that stands twice, and one of others", () => {
    const twice = read({}, ["K1", "", "R5", "", "", "1"], ["K1", "佐賀県", "2023", "", "", "2"])[1];
    expect(Array.isArray(twice) && places(twice)).toEqual(["実績!A4 plan_import.figure_twice 3"]);
    const shared = { reporters: ["saga", "kyukeiren"], aggregation: "sum" };
    expect(reason(shared, "K1", "九経連", "R5", "", "", "1")).toBe("実績!B3 plan_import.of_others");
  });

  it.each(["half_yearly", "quarterly", "monthly"] as const)(
    "knows the parts of a year: %s",
    (frequency) => {
      const parts = { half_yearly: 2, quarterly: 4, monthly: 12 }[frequency];
      for (let period = 1; period <= parts; period++) {
        const label = periodLabel(frequency, period);
        expect(read({ frequency }, ["K1", "", "R5", label, "", "1"])[0], label).toMatchObject({
          period,
        });
      }
      expect(reason({ frequency }, "K1", "", "R5", "", "", "1")).toBe("実績!D3 plan_import.period");
    },
  );
});

describe("the words of the workbook", () => {
  it.each<[words.Words<string>, Record<string, string>]>([
    [words.seriesWords, seriesLabels],
    [words.directionWords, directionLabels],
    [words.valueKindWords, valueKindLabels],
    [words.aggregationWords, aggregationLabels],
    [words.frequencyWords, frequencyLabels],
    [words.themeWords, themeLabels],
    [words.qualityWords, entryQualityWords],
  ])("take what the pages write: %#", (known, labels) => {
    for (const [value, label] of Object.entries(labels))
      expect(words.meaningOf(known, label), label).toBe(value);
  });

  it("name every template of rubrics, and each column says how to fill it in", () => {
    const titles = Object.entries(rubricTemplates).map(([key, { title }]) => [key, title]);
    expect(Object.entries(words.rubricWords).map(([key, [title]]) => [key, title])).toEqual(titles);
    for (const { name, columns } of planSheets)
      for (const { field } of columns)
        expect(planTemplateWords[name]?.[field]?.help, field).toBeTruthy();
  });
});
