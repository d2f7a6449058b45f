import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { answer, cell, collected, rubricOf, yearAnswer } from "#tests/factories/evaluated.ts";
import type { Frequency } from "../indicator/definition.ts";
import { nextSurvey, periodsOf } from "../indicator/period.ts";
import type { Rule } from "../rubric/rubric.ts";
import { aggregate, type Regional } from "./aggregate.ts";
import { computeEvaluations, type EvaluatedIndicator, type YearAnswer } from "./compute.ts";
import { derive } from "./derive.ts";

/** One indicator's years, shortly: `actual mark reported/expected unjudged`. */
function evaluated(indicators: EvaluatedIndicator[], given: YearAnswer[], code: string) {
  const rows = computeEvaluations(indicators, given).filter((row) => row.indicatorId === code);
  return Object.fromEntries(
    rows.map((row) => [
      row.fy,
      `${row.actual ?? row.actualText ?? "-"} ${row.mark ?? "-"} ${row.reported}/${row.expectedReporters} ${row.unjudged ?? ""}`.trim(),
    ]),
  );
}
const y = yearAnswer;

describe("a year reported in parts", () => {
  const quarterly = collected("q", ["saga", "oita"], {
    frequency: "quarterly",
    timeAggregation: "sum",
    series: "annual",
    firstFy: 2023,
    lastFy: 2023,
    roadmap: [cell(2023, "100")],
  });
  const quarter = (organisation: string, period: number, value: string) =>
    y("q", 2023, organisation, value, { period });
  const saga = [1, 2, 3, 4].map((period) => quarter("saga", period, "15"));

  it("is one answer of each organisation", () => {
    const oita = [1, 2, 3, 4].map((period) => quarter("oita", period, "10"));
    expect(evaluated([quarterly], [...oita, ...saga], "q")).toEqual({ 2023: "100 ○ 2/2" });
  });
  it("is a partial sum, without a mark, while a quarter is outstanding", () => {
    const oita = [1, 2, 3].map((period) => quarter("oita", period, "10"));
    const given = [...saga, ...oita];
    expect(evaluated([quarterly], given, "q")).toEqual({ 2023: "90 - 1/2 incomplete" });
    expect(computeEvaluations([quarterly], given)[0]?.missing).toEqual(["oita"]);
  });
  it("is not reported with no quarter at all", () =>
    expect(evaluated([quarterly], [], "q")).toEqual({ 2023: "- - 0/2 not_reported" }));
});

describe("a survey that is not made every year", () => {
  const every = (surveyInterval: number, surveyFy: number) =>
    collected("s", ["saga", "oita"], {
      frequency: "every_n_years",
      surveyInterval,
      surveyFy,
      firstFy: 2019,
      lastFy: 2024,
      targetValue: "100",
      targetFy: 2024,
      baselineValue: "40",
      rubric: rubricOf({ expectation: "final" }),
    });

  it("every 3 years, 2018 among them: asks in 2021 and 2024, and misses nothing between", () => {
    const given = [y("s", 2021, "saga", "30"), y("s", 2021, "oita", "40")];
    expect(evaluated([every(3, 2018)], given, "s")).toEqual({
      2019: "- - 0/0 no_survey",
      2020: "- - 0/0 no_survey",
      2021: "70 △ 2/2",
      2022: "- - 0/0 no_survey",
      2023: "- - 0/0 no_survey",
      2024: "- - 0/2 not_reported",
    });
    const rows = computeEvaluations([every(3, 2018)], []);
    expect(rows.filter((row) => row.fy === 2022)[0]?.missing).toEqual([]);
  });
  it("every 5 years, reckoned back from a later one", () => {
    const years = evaluated([every(5, 2025)], [], "s");
    expect(Object.keys(years).filter((fy) => years[fy]?.includes("0/2"))).toEqual(["2020"]);
  });
  it("keeps an answer that somebody gave all the same", () =>
    expect(evaluated([every(3, 2018)], [y("s", 2022, "saga", "50")], "s")).toMatchObject({
      2022: "50 - 1/2 incomplete",
    }));
  it("has the mark that the rubric names for it", () => {
    const rules: Rule[] = [{ test: "no_figure", because: ["no_survey"], mark: "外" }];
    const indicator = { ...every(3, 2018), rubric: rubricOf({ rules }) };
    expect(evaluated([indicator], [], "s")).toMatchObject({ 2022: "- 外 0/0 no_survey" });
  });

  test.prop([
    fc.integer({ min: 2, max: 10 }),
    fc.integer({ min: 1990, max: 2040 }),
    fc.integer({ min: 1990, max: 2040 }),
  ])(
    "comes next within its interval, in a year in which it is asked for",
    (surveyInterval, surveyFy, from) => {
      const survey = { frequency: "every_n_years" as Frequency, surveyInterval, surveyFy };
      const next = nextSurvey(survey, from) ?? 0;
      expect(next).toBeGreaterThanOrEqual(from);
      expect(next).toBeLessThan(from + surveyInterval);
      expect(periodsOf(survey, next)).toEqual([0]);
      for (let fy = from; fy < next; fy += 1) expect(periodsOf(survey, fy)).toEqual([]);
    },
  );
});

describe("what is computed from others", () => {
  const derived = (
    derivation: NonNullable<EvaluatedIndicator["derivation"]>,
    parts: readonly string[],
    more: Partial<EvaluatedIndicator> = {},
  ) => collected("d", [], { derivation, parts, firstFy: 2015, lastFy: 2017, ...more });
  const part = (id: string, more: Partial<EvaluatedIndicator> = {}) =>
    collected(id, ["saga"], { firstFy: 2015, lastFy: 2017, ...more });

  it("転出超過: the mean of the years so far, (547 + 386) ÷ 2 = 466.5", () => {
    const mean = derived("running_mean_of", ["net"], {
      direction: "decrease",
      roadmap: [cell(2015, "550"), cell(2016, "500")],
    });
    const given = [y("net", 2015, "saga", "547"), y("net", 2016, "saga", "386")];
    expect(evaluated([mean, part("net")], given, "d")).toEqual({
      2015: "547 ○ 1/1",
      2016: "466.5 ○ 2/2",
      2017: "- - 0/3 not_reported",
    });
  });
  it("the mean over a gap is partial, and divided by the years that there are", () => {
    const given = [y("net", 2015, "saga", "547"), y("net", 2017, "saga", "386")];
    const mean = derived("running_mean_of", ["net"]);
    expect(evaluated([mean, part("net")], given, "d")).toEqual({
      2015: "547 ー 1/1 no_target",
      2016: "- - 0/2 not_reported",
      2017: "466.5 - 2/3 incomplete",
    });
  });
  it("a running total with a year of zero counts the zero", () => {
    const given = [y("n", 2015, "saga", "5"), y("n", 2016, "saga", "0")];
    expect(evaluated([derived("running_total_of", ["n"]), part("n")], given, "d")).toMatchObject({
      2016: "5 ー 2/2 no_target",
    });
  });

  const three = ["agriculture", "forestry", "fishery"];
  it("スマート農林水産業: 5,300 + 161 + 178 = 5,639", () => {
    const total = derived("sum_of", three, { roadmap: [cell(2015, "5639")] });
    const given = three.map((id, index) =>
      y(id, 2015, "saga", ["5300", "161", "178"][index] ?? ""),
    );
    const all = [total, ...three.map((id) => part(id))];
    expect(evaluated(all, given, "d")).toMatchObject({ 2015: "5639 ○ 3/3" });
    expect(evaluated(all, given.slice(0, 2), "d")).toMatchObject({
      2015: "5461 - 2/3 incomplete",
    });
  });

  test.prop([
    fc.constantFrom("sum_of", "running_total_of", "running_mean_of"),
    fc.array(fc.option(fc.integer({ min: -999, max: 999 })), { minLength: 3, maxLength: 3 }),
  ])("does not depend on the order of the parts", (derivation, values) => {
    const parts = values.map((value) =>
      aggregate("sum", ["saga"], value === null ? [] : [answer("saga", String(value))]),
    );
    const of = (order: Regional[]) =>
      derive(derivation as "sum_of", 2021, 2020, () => order).figure?.toFraction();
    expect(of([...parts].reverse())).toBe(of(parts));
  });

  const each = derived("each_of", ["weekday", "holiday"], { firstFy: 2016, lastFy: 2016 });
  const target = { firstFy: 2016, lastFy: 2016, roadmap: [cell(2016, "100")] };
  const day = (id: string, value: string | null, more = {}) => y(id, 2016, "saga", value, more);
  const eachOf = (...given: YearAnswer[]) =>
    evaluated([each, part("weekday", target), part("holiday", target)], given, "d")[2016];

  it("平日と休日: as good as the worse of them", () => {
    expect(eachOf(day("weekday", "100"), day("holiday", "80"))).toBe("- △ 2/2");
    expect(eachOf(day("weekday", "60"), day("holiday", "120"))).toBe("- × 2/2");
    expect(eachOf(day("weekday", "100"), day("holiday", "100"))).toBe("- ○ 2/2");
  });
  it("平日と休日: none while one is open", () => {
    expect(eachOf(day("weekday", "100"))).toBe("- - 1/2 not_reported");
    expect(eachOf()).toBe("- - 0/2 not_reported");
  });
});

describe("a milestone in words", () => {
  const rules: Rule[] = [
    { test: "milestone", reached: true, mark: "○" },
    { test: "milestone", reached: false, mark: "×" },
  ];
  const milestone = collected("m", ["saga"], {
    direction: "milestone",
    aggregation: "single",
    firstFy: 2023,
    lastFy: 2024,
    targetText: "全県で実施",
    roadmap: [cell(2023, null, { text: "複数県で実施" })],
    rubric: rubricOf({ rules }),
  });
  const said = (words: string, reached: boolean | null) =>
    y("m", 2023, "saga", null, { words, reached });

  it("is judged by what was said, against the year's words", () => {
    expect(evaluated([milestone], [said("５県で実施", true)], "m")).toMatchObject({
      2023: "５県で実施 ○ 1/1",
    });
    expect(evaluated([milestone], [said("準備中", false)], "m")).toMatchObject({
      2023: "準備中 × 1/1",
    });
    expect(evaluated([milestone], [said("準備中", null)], "m")).toMatchObject({
      2023: "準備中 ー 1/1 not_stated",
    });
    const rows = computeEvaluations([milestone], []);
    expect(rows.map((row) => [row.expectedText, row.unjudged])).toEqual([
      ["複数県で実施", "not_reported"],
      ["全県で実施", "not_reported"],
    ]);
  });
});
