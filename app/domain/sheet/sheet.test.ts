import { describe, expect, it } from "vitest";
import type { EvaluationView } from "../rollup/row.ts";
import type { NodeSummary } from "../rollup/summary.ts";
import { countTable } from "./counts.ts";
import { scheduleRows } from "./schedule.ts";
import { wordDiff } from "./word-diff.ts";
import { type RoadmapCell, saysMore, targetStretches, yearCells } from "./year-cells.ts";

const evaluation = (given: Partial<EvaluationView>): EvaluationView => ({
  actual: null,
  actualText: null,
  expected: null,
  expectedText: null,
  expectedFrom: null,
  rate: null,
  computedMark: null,
  mark: null,
  unjudged: null,
  reported: 1,
  expectedReporters: 1,
  missing: [],
  provisional: [],
  underSurvey: [],
  noData: [],
  notApplicable: [],
  isDemo: false,
  ...given,
});

const indicator: Parameters<typeof yearCells>[0] = {
  unit: "人",
  valueKind: "count",
  places: null,
  targetBound: null,
  roadmapCumulative: false,
  firstFy: 2015,
  lastFy: 2019,
};
const cell = (fy: number | null, value: string | null, text = value ?? ""): RoadmapCell => ({
  fy,
  spanFrom: null,
  value,
  text,
  increment: null,
});

describe("the columns of an indicator", () => {
  const cellsOf = (
    results: [number, Partial<EvaluationView>][],
    cells = [2015, 2016].map((fy) => cell(fy, "550")),
    changed: Partial<typeof indicator> = {},
  ) =>
    yearCells(
      { ...indicator, ...changed },
      {
        years: [2014, 2015, 2016, 2017],
        cells,
        results: new Map(results.map(([fy, given]) => [fy, evaluation(given)])),
        names: { saga: "佐賀" },
      },
    );

  it("have the target of the roadmap and what came of it, with the digits people read", () => {
    const [before, , now, later] = cellsOf([[2016, { actual: "466.5", mark: "○" }]], undefined, {
      places: 0,
    });
    expect(before).toEqual({ fy: 2014, inTerm: false, target: null, result: null });
    expect(now?.target).toMatchObject({ value: "550", text: null, from: "roadmap" });
    expect(now?.result).toMatchObject({ value: "467", mark: "○", partial: false });
    expect(later).toMatchObject({ inTerm: true, target: null, result: null });
  });

  it("have the computed target where the roadmap has none", () => {
    const year = cellsOf([[2016, { expected: "2207.123", expectedFrom: "linear" }]], [])[2];
    expect(year?.target).toMatchObject({ value: "2207.12", from: "linear" });
  });

  it("have the words of a roadmap in words", () => {
    expect(cellsOf([], [cell(2016, null, "計画の策定")])[2]?.target).toMatchObject({
      value: null,
      text: "計画の策定",
      from: null,
    });
  });

  it("have the year's own step where the roadmap adds the years up", () => {
    const cells = [{ ...cell(2016, "30000"), increment: "13100" }];
    const [, , year] = cellsOf([], cells, { roadmapCumulative: true });
    expect(year?.target?.value).toBe("13100");
  });

  it("say that a sum is partial, and by whom", () => {
    const given = { actual: "929", reported: 5, expectedReporters: 9, missing: ["saga", "x"] };
    expect(cellsOf([[2016, given]])[2]?.result).toMatchObject({
      partial: true,
      missing: ["佐賀", "x"],
    });
  });
});

describe("a row of targets", () => {
  const row = (cells: Parameters<typeof yearCells>[1]["cells"]) =>
    targetStretches(
      yearCells(indicator, {
        years: [2015, 2016, 2017, 2018, 2019],
        cells,
        results: new Map(),
        names: {},
      }),
    ).map(({ from, to, target }) => `${from}-${to} ${target?.value ?? ""}`.trim());

  it("has a cell for each year", () => {
    expect(row([cell(2016, "5")])).toEqual([
      "2015-2015",
      "2016-2016 5",
      "2017-2017",
      "2018-2018",
      "2019-2019",
    ]);
  });

  it("has one cell for the years of a span", () => {
    expect(row([{ ...cell(2018, "9"), spanFrom: 2016 }])).toEqual([
      "2015-2015",
      "2016-2018 9",
      "2019-2019",
    ]);
  });

  it("lets a span end before a year with a target of its own", () => {
    expect(row([cell(2016, "3"), { ...cell(2018, "9"), spanFrom: 2015 }])).toEqual([
      "2015-2015",
      "2016-2016 3",
      "2017-2018 9",
      "2019-2019",
    ]);
  });

  it("has no cell for a target whose year cannot be told", () => {
    expect(row([cell(null, "9")]).join(" ")).not.toContain("9 ");
  });
});

describe("a note", () => {
  it.each([
    ["公表資料の記載：16,639人", "16639", false],
    ["公表資料の記載：73.0%", "73", false],
    ["公表資料の記載：▲198人", "-198", false],
    ["公表資料の記載：547人", "547", false],
    ["公表資料の記載：累計 305 人", "305", true],
    ["公表資料の記載：142 人（うち市外 20 人）", "142", true],
    ["公表資料の記載：17,375人", "17376", true],
    ["公表資料の記載：（集計中）", null, true],
    ["調査方法を改めた。", "12", true],
    ["", null, false],
    [" ", "1", false],
  ])("%s beside %s says more: %s", (note, value, expected) => {
    expect(saysMore(note, value)).toBe(expected);
  });
});

describe("a table of counts", () => {
  const node = (code: string) => ({
    node: { kind: "policy" as const, code, number: code, name: code, themes: [] },
  });
  const summary = (given: Partial<NodeSummary>): NodeSummary => ({
    mark: null,
    computedMark: null,
    counted: 0,
    counts: {},
    outlooks: {},
    notReported: 0,
    incomplete: 0,
    noFigure: 0,
    outOfTerm: 0,
    reported: 0,
    expectedReporters: 0,
    isDemo: false,
    fromPublished: false,
    ...given,
  });
  const mark = (symbol: string, more = {}) => ({
    symbol,
    label: symbol,
    tone: "good" as const,
    byHand: false,
    counted: true,
    ...more,
  });
  const rubric = {
    marks: [mark("A"), mark("B"), mark("手", { byHand: true }), mark("対象外", { counted: false })],
    outlook: [{ symbol: "見", label: "見", tone: "good" as const }],
  };

  it("adds up what counts, and keeps beside what does not", () => {
    const table = countTable(
      { ...node("全"), summary: summary({ counts: { A: 5, B: 1, 対象外: 2 }, incomplete: 1 }) },
      [
        { ...node("1"), summary: summary({ counts: { A: 2, B: 1 }, incomplete: 1 }) },
        { ...node("2"), summary: summary({ counts: { A: 3, 対象外: 2 } }) },
      ],
      rubric,
    );
    expect(table.marks.map(({ symbol }) => symbol)).toEqual(["A", "B"]);
    expect(table.aside.map(({ symbol }) => symbol)).toEqual(["対象外"]);
    expect(
      table.rows.map(({ marks, open, total, aside }) => ({ marks, open, total, aside })),
    ).toEqual([
      { marks: [2, 1], open: [1], total: 4, aside: [0] },
      { marks: [3, 0], open: [0], total: 3, aside: [2] },
    ]);
    expect(table.total).toMatchObject({ marks: [5, 1], open: [1], total: 7, aside: [2] });
    expect(table.open).toEqual(["incomplete"]);
    // Nobody gave an outlook.
    expect(table.outlook).toEqual([]);
  });

  it("counts a mark that the rubric no longer knows, so that the row still adds up", () => {
    const given = summary({ counts: { A: 1, "◎": 2 } });
    const table = countTable({ ...node("全"), summary: given }, [], rubric);
    expect(table.marks.map(({ symbol }) => symbol)).toEqual(["A", "B", "◎"]);
    expect(table.total).toMatchObject({ marks: [1, 0, 2], total: 3 });
  });

  it("has a column for a mark given by hand, and for outlooks, once there are any", () => {
    const given = summary({ counts: { 手: 1 }, outlooks: { 見: 3 } });
    const table = countTable({ ...node("全"), summary: given }, [], rubric);
    expect(table.marks.map(({ symbol }) => symbol)).toEqual(["A", "B", "手"]);
    expect([table.total.outlooks, table.total.outlookTotal]).toEqual([[3], 3]);
  });
});

describe("a schedule", () => {
  const years = [2015, 2016, 2017, 2018, 2019];
  const shown = (bars: { fromFy: number; toFy: number | null; text: string }[]) =>
    scheduleRows([{ name: "取組", bars }], years).map(({ lines }) =>
      lines.map((line) =>
        line
          .map(({ from, to, bar }) =>
            bar ? `${from}-${to} ${bar.text}${bar.continues ? "→" : ""}` : "・",
          )
          .join("|"),
      ),
    )[0];

  it("has an arrow to where a text goes on, and a column for one without an end", () => {
    expect(
      shown([
        { fromFy: 2015, toFy: null, text: "支援" },
        { fromFy: 2016, toFy: 2019, text: "充実" },
      ]),
    ).toEqual(["2015-2015 支援|2016-2019 充実→"]);
  });

  it("takes another line for what goes on at the same time", () => {
    expect(
      shown([
        { fromFy: 2015, toFy: 2017, text: "甲" },
        { fromFy: 2016, toFy: 2019, text: "乙" },
        { fromFy: 2018, toFy: 2018, text: "丙" },
      ]),
    ).toEqual(["2015-2017 甲→|2018-2018 丙|・", "・|2016-2019 乙→"]);
  });

  it("is cut to the years", () => {
    expect(
      shown([
        { fromFy: 2013, toFy: 2015, text: "甲" },
        { fromFy: 2018, toFy: 2022, text: "乙" },
        { fromFy: 2021, toFy: null, text: "丙" },
      ]),
    ).toEqual(["2015-2015 甲→|・|・|2018-2019 乙→"]);
  });

  it("shows an activity without a bar", () => {
    expect(shown([])).toEqual(["・|・|・|・|・"]);
  });

  it("gives every column of a line to exactly one stretch", () => {
    const [row] = scheduleRows(
      [{ name: "取組", bars: [{ fromFy: 2016, toFy: 2017, text: "甲" }] }],
      years,
    );
    for (const line of row?.lines ?? [])
      expect(line.flatMap(({ from, to }) => years.filter((fy) => fy >= from && fy <= to))).toEqual(
        years,
      );
  });
});

describe("the difference of two texts", () => {
  const shown = (before: string, after: string) =>
    wordDiff(before, after)
      .map(({ kind, text }) => ({ same: text, added: `[+${text}]`, removed: `[-${text}]` })[kind])
      .join("");

  it("is nothing where they are the same", () => {
    expect(wordDiff("県と連携する。", "県と連携する。")).toEqual([
      { kind: "same", text: "県と連携する。" },
    ]);
    expect(wordDiff("", "")).toEqual([]);
  });

  it("is found word by word", () => {
    expect(shown("県と連携する。", "県と市で連携する。")).toBe("県と[+市で]連携する。");
    expect(shown("観光客が増加した。", "観光客が減少した。")).toBe("観光客が[-増加][+減少]した。");
  });

  it("leads from the one text to the other", () => {
    const before = "一つ目の課題。\n二つ目の課題は人手である。\n以上";
    const after = "課題は二つある。\n二つ目は人手と費用である。";
    const pieces = wordDiff(before, after);
    const side = (without: string) =>
      pieces.flatMap(({ kind, text }) => (kind === without ? [] : [text])).join("");
    expect([side("added"), side("removed")]).toEqual([before, after]);
  });

  it("is everything where a comparison would take too long", () => {
    const long = (word: string) => Array.from({ length: 2500 }, (_, i) => `${word}${i}、`).join("");
    expect(wordDiff(long("甲"), long("乙")).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["removed", "added"]),
    );
  });
});
