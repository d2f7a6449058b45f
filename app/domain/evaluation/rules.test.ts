import { describe, expect, it } from "vitest";
import { bands, cell, judge, measured, reported, rubricOf } from "#tests/factories/evaluated.ts";
import { exact, toDecimal } from "../figure/exact.ts";
import { type NoFigureReason, type Rule, rubricSchema } from "../rubric/rubric.ts";
import { combineMarks } from "./combine.ts";
import { type Evaluated, evaluate } from "./evaluate.ts";
import { expectationFor } from "./expectation.ts";
import { baselineChange } from "./rules.ts";

// Every kind of rule that a city's rubric may need, in numbers.

describe("a rule on the achievement rate", () => {
  const only = (is: ">=" | ">" | "<=" | "<" | "=", bound: string) =>
    rubricOf({ rules: [{ test: "achievement_rate", is, bound, mark: "○" }] });

  it.each([
    [">=", "1", { "99.9": "ー", "100": "○", "100.1": "○" }],
    [">", "1", { "99.9": "ー", "100": "ー", "100.1": "○" }],
    ["<=", "1", { "99.9": "○", "100": "○", "100.1": "ー" }],
    ["<", "1", { "99.9": "○", "100": "ー", "100.1": "ー" }],
    ["=", "1", { "99.9": "ー", "100": "○", "100.1": "ー" }],
  ] as const)("%s %s, of 100", (is, bound, marks) => {
    for (const [actual, mark] of Object.entries(marks))
      expect(judge(actual, "100", only(is, bound)).mark, actual).toBe(mark);
  });

  it("has the first that holds win, also where a later one holds too", () => {
    const backwards = rubricOf({ rules: [...bands].reverse() });
    expect(judge("50", "100", backwards).mark).toBe("×");
    const twice: Rule[] = [
      { test: "achievement_rate", is: ">=", bound: "0.5", mark: "△" },
      { test: "achievement_rate", is: ">=", bound: "1", mark: "○" },
    ];
    expect(judge("150", "100", rubricOf({ rules: twice })).mark).toBe("△");
  });

  it("北九州市: A from 120 ％, B from 100, C from 70, D below, each to the digit", () => {
    const marks = ["A", "B", "C", "D", "ー"].map((symbol) => ({
      symbol,
      label: symbol,
      tone: "none" as const,
    }));
    const rules = (["1.2", "1", "0.7"] as const).map((bound, index): Rule => {
      return { test: "achievement_rate", is: ">=", bound, mark: "ABC"[index] ?? "" };
    });
    const rubric = rubricOf({
      marks,
      rules: [...rules, { test: "achievement_rate", is: "<", bound: "0.7", mark: "D" }],
    });
    const grades = ["120", "119.999", "100", "99.999", "70", "69.999", "0", "-5"];
    expect(grades.map((actual) => judge(actual, "100", rubric).mark).join("")).toBe("ABBCCDDD");
  });

  it("does not hold where there is no rate, and says why", () => {
    expect(judge("5", null, rubricOf())).toMatchObject({ mark: "ー", unjudged: "no_target" });
    expect(judge("5", "0", rubricOf())).toMatchObject({ mark: "ー", unjudged: "no_ratio" });
    const improvement = rubricOf({ rate: { default: "improvement", byValueKind: {} } });
    expect(judge("5", "10", improvement)).toMatchObject({ mark: "ー", unjudged: "no_baseline" });
  });
});

describe("a rule on the target", () => {
  const rubric = rubricOf({
    rules: [
      { test: "target", is: "above", mark: "○" },
      { test: "target", is: "equal", mark: "△" },
      { test: "target", is: "below", mark: "×" },
    ],
  });

  it.each([
    ["increase", { "11": "○", "10": "△", "9.99": "×" }],
    ["at_least", { "11": "○", "10.0": "△", "9": "×" }],
    ["decrease", { "9": "○", "10": "△", "10.01": "×" }],
    ["at_most", { "9": "○", "10": "△", "11": "×" }],
  ] as const)("%s: above is better, whichever way it goes", (direction, marks) => {
    for (const [actual, mark] of Object.entries(marks))
      expect(judge(actual, "10", rubric, { direction }).mark, actual).toBe(mark);
  });

  it("holds also where no ratio can be computed: 5 against 0, −1 against −2.38", () => {
    expect(judge("5", "0", rubric)).toMatchObject({ mark: "○", rate: null, test: "target" });
    expect(judge("-1", "-2.38", rubric).mark).toBe("○");
    expect(judge("-3", "-2.38", rubric).mark).toBe("×");
  });

  it("does not hold without a target", () =>
    expect(judge("5", null, rubric)).toMatchObject({ mark: "ー", unjudged: "no_target" }));
});

describe("a rule on the change from the baseline", () => {
  const changed = (
    measure: "absolute" | "percent",
    is: ">=" | ">" | "<=" | "<" | "=" | "within",
    bound: string,
  ) => rubricOf({ rules: [{ test: "baseline_change", in: measure, is, bound, mark: "○" }] });
  const from = (baselineValue: string | null, direction: Evaluated["direction"] = "increase") => ({
    baselineValue,
    direction,
  });

  it("in the indicator's unit: 50 more than 1,000", () => {
    const rubric = changed("absolute", ">=", "50");
    expect(judge("1050", null, rubric, from("1000")).mark).toBe("○");
    expect(judge("1049.9", null, rubric, from("1000")).mark).toBe("ー");
    expect(judge("950", null, rubric, from("1000", "decrease")).mark).toBe("○");
    expect(judge("951", null, rubric, from("1000", "at_most")).mark).toBe("ー");
  });

  it("in per cent of the baseline: 5 ％ above 1,000 is 1,050", () => {
    const rubric = changed("percent", ">", "5");
    expect(judge("1050", null, rubric, from("1000")).mark).toBe("ー");
    expect(judge("1050.1", null, rubric, from("1000")).mark).toBe("○");
    expect(judge("949", null, rubric, from("1000", "decrease")).mark).toBe("○");
  });

  it("within 10 ％ of the baseline in either direction, the bounds included", () => {
    const rubric = changed("percent", "within", "10");
    for (const direction of ["increase", "decrease"] as const) {
      const marks = ["89.9", "90", "100", "110", "110.1"].map(
        (actual) => judge(actual, null, rubric, from("100", direction)).mark,
      );
      expect(marks).toEqual(["ー", "○", "○", "○", "ー"]);
    }
  });

  it("above, equal to and below the baseline, the whole rubric of a city", () => {
    const rubric = rubricOf({
      rules: [
        { test: "baseline_change", in: "absolute", is: ">", bound: "0", mark: "○" },
        { test: "baseline_change", in: "absolute", is: "=", bound: "0", mark: "△" },
        { test: "baseline_change", in: "absolute", is: "<", bound: "0", mark: "×" },
      ],
    });
    const marks = (direction: Evaluated["direction"]) =>
      ["101", "100", "99"].map(
        (actual) => judge(actual, null, rubric, from("100", direction)).mark,
      );
    expect(marks("increase")).toEqual(["○", "△", "×"]);
    expect(marks("decrease")).toEqual(["×", "△", "○"]);
  });

  it("of a baseline of zero: in the unit, but not in per cent", () => {
    expect(judge("3", null, changed("absolute", ">=", "3"), from("0")).mark).toBe("○");
    expect(judge("3", null, changed("percent", ">=", "0"), from("0")).mark).toBe("ー");
    expect(judge("0", null, changed("percent", "within", "10"), from("0")).mark).toBe("ー");
  });

  it("of a negative baseline: −2.38 to −2.00 is better by 0.38, or 15.97 ％ of its size", () => {
    const change = (measure: "absolute" | "percent", direction: Evaluated["direction"]) => {
      const found = baselineChange(
        { direction, actual: exact("-2"), baseline: exact("-2.38") },
        measure,
      );
      return found && toDecimal(found, 2);
    };
    expect([change("absolute", "increase"), change("percent", "increase")]).toEqual([
      "0.38",
      "15.97",
    ]);
    expect([change("absolute", "decrease"), change("percent", "decrease")]).toEqual([
      "-0.38",
      "-15.97",
    ]);
  });

  it("without a baseline: none of them holds, and －is not 0", () => {
    for (const measure of ["absolute", "percent"] as const)
      for (const is of [">=", "<", "within"] as const)
        expect(judge("3", null, changed(measure, is, "1000"), from(null)).mark).toBe("ー");
  });

  it("can be mixed with the rate: × below the baseline, else by the bands", () => {
    const rubric = rubricOf({
      rules: [
        { test: "baseline_change", in: "absolute", is: "<", bound: "0", mark: "×" },
        ...bands,
      ],
    });
    // 就職率: 11.2 of 14.0 is 80 ％, but less than the 12.1 it began with.
    expect(judge("11.2", "14.0", rubric, from("12.1")).mark).toBe("×");
    expect(judge("12.2", "14.0", rubric, from("12.1")).mark).toBe("△");
  });
});

describe("a rule on a milestone in words", () => {
  const rubric = rubricOf({
    rules: [
      { test: "milestone", reached: true, mark: "○" },
      { test: "milestone", reached: false, mark: "×" },
    ],
  });
  const words = measured({ direction: "milestone", targetText: "全県で実施" });
  const said = (reached: boolean | null, by = rubric) => {
    const { mark, unjudged } = evaluate(words, by, 2023, reported(null, { reached }));
    return [mark, unjudged];
  };

  it("is what somebody said, and nothing where nobody did", () => {
    expect(said(true)).toEqual(["○", null]);
    expect(said(false)).toEqual(["×", null]);
    expect(said(null)).toEqual(["ー", "not_stated"]);
  });
  it("is not judgeable where the rubric has no rule for it", () =>
    expect(said(true, rubricOf())).toEqual(["ー", "no_rule"]));
  it("never holds for a figure", () => expect(judge("5", "10", rubric).unjudged).toBe("no_rule"));
});

describe("a rule on why there is no figure", () => {
  const rubric = rubricOf({
    marks: [...rubricOf().marks, { symbol: "調", label: "調査中", tone: "none", counted: false }],
    rules: [
      ...bands,
      { test: "no_figure", because: ["under_survey", "provisional"], mark: "調" },
      { test: "no_figure", because: ["not_applicable", "no_survey"], mark: "外" },
    ],
  });
  const without = (noFigure: NoFigureReason | null, by = rubric) => {
    const answered = { answered: false, complete: false, noFigure };
    const { mark, unjudged } = evaluate(measured(), by, 2023, reported(null, answered));
    return [mark, unjudged];
  };

  it.each([
    ["provisional", "調"],
    ["under_survey", "調"],
    ["no_data", null],
    ["not_applicable", "外"],
    ["no_survey", "外"],
  ] as const)("%s: %s, and the reason stays beside it", (reason, mark) =>
    expect(without(reason)).toEqual([mark, reason]),
  );
  it("does not hold while somebody's answer is outstanding", () =>
    expect(without(null)).toEqual([null, "not_reported"]));
  it("leaves the indicator without a mark where the rubric says nothing", () =>
    expect(without("under_survey", rubricOf())).toEqual([null, "under_survey"]));
});

describe("no rule that holds", () => {
  it("leaves it not judgeable, with the rate beside it", () => {
    const rules: Rule[] = [{ test: "achievement_rate", is: ">=", bound: "1", mark: "○" }];
    expect(judge("50", "100", rubricOf({ rules }))).toEqual({
      mark: "ー",
      unjudged: "no_rule",
      rate: "0.5",
      method: "ratio",
      test: null,
    });
    expect(judge("50", "100", rubricOf({ rules: [] })).unjudged).toBe("no_rule");
  });
});

describe("the method of the rate", () => {
  const rubric = rubricOf({ rate: { default: "ratio", byValueKind: { rate: "improvement" } } });
  const from = { baselineValue: "50" };
  it("is the rubric's for the kind of value, unless the indicator has its own", () => {
    expect(judge("60", "70", rubric, from)).toMatchObject({ method: "ratio", rate: "0.8571" });
    expect(judge("60", "70", rubric, { ...from, valueKind: "rate" })).toMatchObject({
      method: "improvement",
      rate: "0.5",
      mark: "×",
    });
    const own = { ...from, valueKind: "rate", rateMethod: "ratio" } as const;
    expect(judge("60", "70", rubric, own)).toMatchObject({ method: "ratio", mark: "△" });
  });
  it("says ratio where improvement has no way to go", () =>
    expect(judge("60", "50", rubric, { ...from, valueKind: "rate" })).toMatchObject({
      method: "ratio",
      rate: "1.2",
    }));
});

describe("what counts as 100 ％", () => {
  const expected = (
    more: Partial<Evaluated>,
    fy: number,
    by: Parameters<typeof expectationFor>[2],
  ) => {
    const found = expectationFor(measured(more), fy, by);
    if (found.kind === "value") return `${toDecimal(found.value)} ${found.from}`;
    return found.kind === "words" ? found.text : found.reason;
  };
  const linear = { expectation: "linear", withoutLine: "none" } as const;
  const target = { targetValue: "100", targetFy: 2024 };

  it("elapsed_share: what is to fall goes down its line: 650 to 550, 610 after two of five years", () => {
    const by = { ...linear, expectation: "elapsed_share" } as const;
    const falling = {
      ...target,
      direction: "decrease",
      baselineValue: "650",
      targetValue: "550",
    } as const;
    expect(expected(falling, 2021, by)).toBe("610 elapsed_share");
  });
  it("elapsed_share: the share of the years in the final target, from zero, whatever the baseline", () => {
    const by = { ...linear, expectation: "elapsed_share" } as const;
    const years = [2020, 2021, 2022, 2023, 2024, 2025];
    expect(years.map((fy) => expected({ ...target, baselineValue: "60" }, fy, by))).toEqual(
      [20, 40, 60, 80, 100, 100].map((value) => `${value} elapsed_share`),
    );
    expect(expected({ ...target, series: "cumulative" }, 2021, by)).toBe("40 elapsed_share");
    expect(expected({ ...target, targetFy: 2022 }, 2021, by)).toBe(
      `${toDecimal(exact("200").div(exact("3")))} elapsed_share`,
    );
  });

  it("linear: from the baseline, a running total from zero: 6,000 × 2⁄5 = 2,400", () => {
    const level = { ...target, baselineValue: "50" };
    expect(expected(level, 2020, linear)).toBe("60 linear");
    expect(expected({ ...level, direction: "decrease", targetValue: "0" }, 2021, linear)).toBe(
      "30 linear",
    );
    const total = { targetValue: "6000", targetFy: 2024, baselineValue: "100" };
    expect(expected({ ...total, series: "cumulative" }, 2021, linear)).toBe("2400 linear");
  });

  it("target.from: nothing is due before the first year that the target counts", () => {
    // H29～31年度 of a term from H27.
    const late = { ...target, series: "cumulative", targetFromFy: 2022 } as const;
    expect(expected(late, 2021, linear)).toBe("not_due");
    expect(expected(late, 2022, linear)).toBe("33.3333333333 linear");
    expect(expected(late, 2024, linear)).toBe("100 linear");
    expect(expected(late, 2021, { ...linear, withoutLine: "final" })).toBe("100 final");
  });

  it("withoutLine final: the target itself where no line can be drawn", () => {
    expect(expected(target, 2021, linear)).toBe("no_baseline");
    expect(expected(target, 2021, { ...linear, withoutLine: "final" })).toBe("100 final");
    expect(expected({}, 2021, { ...linear, withoutLine: "final" })).toBe("no_target");
    const withLine = { ...target, baselineValue: "0" };
    expect(expected(withLine, 2021, { ...linear, withoutLine: "final" })).toBe("40 linear");
  });

  it("roadmap: the year's cell before the line, the line before the target", () => {
    const by = { ...linear, expectation: "roadmap", withoutLine: "final" } as const;
    const level = { ...target, baselineValue: "0", roadmap: [cell(2021, "10")] };
    expect(expected(level, 2021, by)).toBe("10 roadmap");
    expect(expected(level, 2022, by)).toBe("60 linear");
    expect(expected({ ...level, baselineValue: null }, 2022, by)).toBe("100 final");
  });

  it("final: the target from the first year on, words as words", () => {
    const by = { ...linear, expectation: "final" } as const;
    expect(expected(target, 2020, by)).toBe("100 final");
    const words = { direction: "milestone", targetText: "全県で実施" } as const;
    expect(expected(words, 2020, by)).toBe("全県で実施");
    expect(expected(words, 2020, linear)).toBe("全県で実施");
  });
});

describe("a project's mark", () => {
  const of = (
    combination: "best" | "worst" | "mean_rate" | "manual",
    indicators: [mark: string | null, rate?: string][],
  ) =>
    combineMarks(
      indicators.map(([mark, rate = null]) => ({ mark, rate })),
      rubricOf({ combination }),
    );

  it("best and worst go by the order of the marks", () => {
    const marks: [string][] = [["△"], ["○"], ["×"]];
    expect([of("best", marks), of("worst", marks)]).toEqual(["○", "×"]);
  });
  it("mean_rate puts the mean of the rates to the bands: (120 ＋ 30) ÷ 2 is 75 ％", () => {
    expect(
      of("mean_rate", [
        ["○", "1.2"],
        ["×", "0.3"],
      ]),
    ).toBe("△");
    expect(
      of("mean_rate", [
        ["○", "1.2"],
        ["×", "0.2"],
      ]),
    ).toBe("△");
    expect(
      of("mean_rate", [
        ["○", "1.2"],
        ["×", "0.1999"],
      ]),
    ).toBe("×");
    // A milestone has a mark and no rate; what cannot be judged counts no zero in.
    expect(of("mean_rate", [["○"], ["△", "0.8"]])).toBe("△");
    // What is set aside by hand has no part in the mean, whatever its rate.
    expect(
      of("mean_rate", [
        ["○", "1.2"],
        ["ー", "0.1"],
      ]),
    ).toBe("○");
    // 1/3, 1/3 and 43/30, kept with ten places, are exactly 70 ％.
    const thirds = ["0.3333333333", "0.3333333333", "1.4333333333"];
    expect(
      of(
        "mean_rate",
        thirds.map((rate) => ["○", rate]),
      ),
    ).toBe("△");
    expect(of("mean_rate", [["ー"], ["△", "0.8"]])).toBe("△");
    expect(of("mean_rate", [["○"], ["○"]])).toBe("ー");
  });
  it("manual leaves it to a person", () => expect(of("manual", [["○", "1"]])).toBeNull());
  it.each(["best", "worst", "mean_rate"] as const)(
    "%s: none while a KPI has none, and what stands aside holds only alone",
    (combination) => {
      expect(of(combination, [["○", "1"], [null]])).toBeNull();
      expect(of(combination, [])).toBeNull();
      expect(of(combination, [["外"], ["△", "0.8"], ["ー"]])).toBe("△");
      expect(of(combination, [["外"], ["ー"]])).toBe("ー");
      expect(of(combination, [["外"]])).toBe("外");
    },
  );
});

describe("a rubric that is refused", () => {
  const base = rubricOf();
  const issues = (more: object) =>
    rubricSchema
      .safeParse({ ...base, ...more })
      .error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  const rate = (bound: string, mark = "○") => ({
    test: "achievement_rate",
    is: ">=",
    bound,
    mark,
  });

  it("says where and why", () => {
    expect(issues({})).toBeUndefined();
    expect(issues({ rules: [rate("1", "◎")] })).toEqual(["rules.0.mark: rubric.unknown_mark"]);
    expect(issues({ rules: [rate("1", "終")] })).toEqual(["rules.0.mark: rubric.by_hand"]);
    expect(issues({ rules: [rate("7割")] })).toEqual(["rules.0.bound: rubric.bound"]);
    expect(issues({ rules: [rate("1e2")] })).toEqual(["rules.0.bound: rubric.bound"]);
    expect(issues({ marks: [...base.marks, base.marks[0]] })).toEqual(["marks: rubric.twice"]);
    expect(issues({ notJudgeable: "？" })).toEqual(["notJudgeable: rubric.unknown_mark"]);
    const step = { symbol: "A", label: "見込み", tone: "good" };
    expect(issues({ outlook: [step, step] })).toEqual(["outlook: rubric.twice"]);
    expect(issues({ rules: [{ test: "no_figure", because: [], mark: "外" }] })).toEqual([
      "rules.0.because: rubric.because",
    ]);
  });
});
