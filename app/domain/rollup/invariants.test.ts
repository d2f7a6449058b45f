import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { answer, cell, collected, rubricOf, yearAnswer } from "#tests/factories/evaluated.ts";
import { exact, toDecimal, whole } from "../figure/exact.ts";
import { type Aggregation, aggregations, type Frequency } from "../indicator/definition.ts";
import { nextSurvey, periodsOf } from "../indicator/period.ts";
import { qualities } from "../observation/states.ts";
import type { Rule } from "../rubric/rubric.ts";
import { type Answer, aggregate, isComplete, type Regional } from "./aggregate.ts";
import { computeEvaluations, type EvaluatedIndicator, type YearAnswer } from "./compute.ts";
import { derive } from "./derive.ts";
import { ofYear } from "./over-time.ts";
import type { NodeEvaluation } from "./summary.ts";
import { type Attachment, type PlanNode, summarise } from "./tree.ts";

const reporters = ["fukuoka", "saga", "nagasaki", "kumamoto", "oita", "miyazaki"];
const figureOf = ({ figure }: Pick<Regional, "figure">, places = 10) =>
  figure && toDecimal(figure, places);

const answers = fc.uniqueArray(
  fc
    .record({
      organisation: fc.constantFrom(...reporters),
      quality: fc.constantFrom(...qualities),
      value: fc.option(fc.integer({ min: -1000, max: 1000 })),
      numerator: fc.option(fc.integer({ min: 0, max: 1000 })),
      denominator: fc.option(fc.integer({ min: 0, max: 1000 })),
      reached: fc.option(fc.boolean()),
      partial: fc.boolean(),
    })
    .map(({ value, numerator, denominator, ...rest }): Answer & { partial: boolean } => {
      const number = (n: number | null) => (n === null ? null : whole(n));
      return {
        ...rest,
        value: number(value),
        numerator: number(numerator),
        denominator: number(denominator),
        words: null,
        isDemo: false,
      };
    }),
  { selector: ({ organisation }) => organisation },
);

describe.each(aggregations)("%s over organisations", (aggregation) => {
  const region = (who: readonly string[], given: readonly Answer[]) =>
    aggregate(aggregation, who, given);
  const unordered = ({ figure, ...regional }: Regional) => ({
    ...regional,
    figure: figure?.toFraction() ?? null,
    missing: [...regional.missing].sort(),
    provisional: [...regional.provisional].sort(),
    underSurvey: [...regional.underSurvey].sort(),
    noData: [...regional.noData].sort(),
    notApplicable: [...regional.notApplicable].sort(),
  });

  test.prop([answers, fc.integer()])(
    "depends neither on the order of the answers nor on that of the organisations",
    (given, seed) => {
      const mixed = <Item>(items: readonly Item[]) =>
        [...items]
          .map((item, index) => ({ item, at: Math.imul(index + 1, seed | 1) >>> 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ item }) => item);
      expect(region(reporters, mixed(given))).toEqual(region(reporters, given));
      expect(unordered(region(mixed(reporters), given))).toEqual(
        unordered(region(reporters, given)),
      );
    },
  );

  test.prop([answers])("is never more complete with one more who has not answered", (given) => {
    const completeness = ({ reported, expected }: Regional) =>
      expected === 0 ? 1 : reported / expected;
    const before = region(reporters, given);
    const after = region([...reporters, "okinawa"], given);
    expect(completeness(after)).toBeLessThanOrEqual(completeness(before));
    expect(after.figure?.toFraction()).toBe(before.figure?.toFraction());
    expect(after.missing).toEqual([...before.missing, "okinawa"]);
    expect(isComplete(after)).toBe(false);
  });

  test.prop([answers])("accounts for everybody who is asked, once", (given) => {
    const regional = region(reporters, given);
    const { provisional, underSurvey, noData, notApplicable, missing } = regional;
    for (const reporter of reporters) {
      const silent = given.every(({ organisation }) => organisation !== reporter);
      const states = [underSurvey, noData, notApplicable].filter((who) => who.includes(reporter));
      expect(states.length).toBeLessThanOrEqual(silent ? 0 : 1);
      if (silent)
        expect([missing.includes(reporter), provisional.includes(reporter)]).toEqual([true, false]);
    }
    expect(regional.expected).toBe(reporters.length - notApplicable.length);
    expect(regional.reported).toBeLessThanOrEqual(regional.expected);
  });

  test.prop([answers])("makes no figure of nothing", (given) => {
    const without = given.filter(({ quality }) => quality !== "final" && quality !== "provisional");
    expect(region(reporters, without)).toMatchObject({ figure: null, reported: 0 });
  });
});

describe("the aggregations over organisations, in numbers", () => {
  const who = ["saga", "oita", "okinawa"];
  const rate = (organisation: string, numerator: string, denominator: string) =>
    answer(organisation, null, { numerator: exact(numerator), denominator: exact(denominator) });
  const weighted = (organisation: string, value: string, weight: string) =>
    answer(organisation, value, { denominator: exact(weight) });
  const three = [answer("saga", "10"), answer("oita", "2.5"), answer("okinawa", "-1")];

  it.each<[Aggregation, Answer[], string]>([
    ["sum", three, "11.5"],
    ["mean", three, "3.8333333333"],
    ["min", three, "-1"],
    ["max", three, "10"],
    // (1 + 30 + 9) ÷ (2 + 100 + 10), not the mean of 50, 30 and 90 ％.
    [
      "ratio",
      [rate("saga", "1", "2"), rate("oita", "30", "100"), rate("okinawa", "9", "10")],
      "35.7142857143",
    ],
    // (80 × 100 + 50 × 300 + 0 × 100) ÷ 500.
    [
      "weighted_mean",
      [
        weighted("saga", "80", "100"),
        weighted("oita", "50", "300"),
        weighted("okinawa", "0", "100"),
      ],
      "46",
    ],
    [
      "count_reached",
      [
        answer("saga", null, { reached: true }),
        answer("oita", null, { reached: false }),
        answer("okinawa", null, { reached: true }),
      ],
      "2",
    ],
  ])("%s", (aggregation, given, figure) => {
    const regional = aggregate(aggregation, who, given);
    expect(figureOf(regional)).toBe(figure);
    expect(regional).toMatchObject({ reported: 3, expected: 3, missing: [], noFigure: null });
    expect(isComplete(regional)).toBe(true);
  });

  it("single: the one answer, and none of two that contradict each other", () => {
    expect(figureOf(aggregate("single", ["saga"], [answer("saga", "7")]))).toBe("7");
    expect(aggregate("single", who, three)).toMatchObject({ figure: null, reported: 3 });
  });

  it("count_reached: nobody there is 0 of those who say so; nobody asked is no figure", () => {
    const no = who.map((organisation) => answer(organisation, null, { reached: false }));
    expect(figureOf(aggregate("count_reached", who, no))).toBe("0");
    expect(aggregate("count_reached", who, [answer("saga", "5")])).toMatchObject({
      figure: null,
      reported: 0,
    });
  });

  it("weighted_mean: a value without its weight is no answer, and weights of zero no mean", () => {
    expect(aggregate("weighted_mean", ["saga"], [answer("saga", "5")])).toMatchObject({
      figure: null,
      reported: 0,
    });
    expect(aggregate("weighted_mean", ["saga"], [weighted("saga", "5", "0")]).figure).toBeNull();
  });

  it("says why there is nothing, what may still come first", () => {
    const why = (...states: (typeof qualities)[number][]) =>
      aggregate(
        "sum",
        who.slice(0, states.length),
        states.map((quality, index) => answer(who[index] ?? "", null, { quality })),
      ).noFigure;
    expect(why("no_data", "under_survey", "not_applicable")).toBe("under_survey");
    expect(why("no_data", "provisional")).toBe("provisional");
    expect(why("not_applicable", "no_data")).toBe("no_data");
    expect(why("not_applicable")).toBe("not_applicable");
    expect(
      aggregate("sum", who, [answer("saga", null, { quality: "no_data" })]).noFigure,
    ).toBeNull();
  });
});

describe("the aggregations over time, in numbers", () => {
  const halves = [1, 2];
  const quarters = [1, 2, 3, 4];
  const months = Array.from({ length: 12 }, (_, index) => index + 1);
  const at = (period: number, value: string | null, more: Partial<Answer> = {}) => ({
    ...answer("saga", value, more),
    period,
  });
  const year = (...[given, periods, over]: Parameters<typeof ofYear>) => {
    const found = ofYear(given, periods, over);
    return found && [found.value && toDecimal(found.value), found.quality, found.partial];
  };

  it("half-yearly: 120 and 90.5 are 210.5, the last is 90.5, their mean 105.25", () => {
    const given = [at(2, "90.5"), at(1, "120")];
    expect(year(given, halves, "sum")).toEqual(["210.5", "final", false]);
    expect(year(given, halves, "last")).toEqual(["90.5", "final", false]);
    expect(year(given, halves, "mean")).toEqual(["105.25", "final", false]);
  });
  it("quarterly: 10, 20, 30, 40 are 100, the last 40, the mean 25", () => {
    const given = quarters.map((period) => at(period, String(period * 10)));
    expect(year(given, quarters, "sum")).toEqual(["100", "final", false]);
    expect(year(given, quarters, "last")).toEqual(["40", "final", false]);
    expect(year(given, quarters, "mean")).toEqual(["25", "final", false]);
  });
  it("monthly: 1 to 12 are 78, the last 12, the mean 6.5", () => {
    const given = months.map((period) => at(period, String(period)));
    expect(year(given, months, "sum")).toEqual(["78", "final", false]);
    expect(year(given, months, "last")).toEqual(["12", "final", false]);
    expect(year(given, months, "mean")).toEqual(["6.5", "final", false]);
  });

  it("a part of the year is partial: what is there, and that more is to come", () => {
    const given = [at(1, "10"), at(2, "20"), at(3, "30")];
    expect(year(given, quarters, "sum")).toEqual(["60", "final", true]);
    expect(year(given, quarters, "mean")).toEqual(["20", "final", true]);
    expect(year(given, quarters, "last")).toEqual(["30", "final", true]);
    expect(year([], quarters, "sum")).toBeNull();
  });
  it("the last needs no more than the last: the state at the end of March", () =>
    expect(year([at(4, "40")], quarters, "last")).toEqual(["40", "final", false]));
  it("is provisional as long as a part of it is", () => {
    const provisional = [at(1, "10", { quality: "provisional" }), at(2, "20")];
    expect(year(provisional, halves, "sum")).toEqual(["30", "provisional", false]);
    const surveying = [at(1, "10"), at(2, null, { quality: "under_survey" })];
    expect(year(surveying, halves, "sum")?.[1]).toBe("provisional");
  });
  it("without any figure keeps the state of the last part", () => {
    const none = [at(1, null, { quality: "no_data" }), at(2, null, { quality: "under_survey" })];
    expect(year(none, halves, "sum")).toEqual([null, "under_survey", false]);
  });
  it("a rate weighs its cases: 1/10 and 9/10 of 10 and 90 are 82 of 100, also as a mean", () => {
    const part = (period: number, numerator: string, denominator: string) =>
      at(period, null, { numerator: exact(numerator), denominator: exact(denominator) });
    for (const over of ["sum", "mean"] as const) {
      const found = ofYear([part(1, "1", "10"), part(2, "81", "90")], halves, over);
      const ratio = found && aggregate("ratio", ["saga"], [found]);
      expect(ratio && figureOf(ratio)).toBe("82");
    }
  });

  test.prop([fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 12, maxLength: 12 })])(
    "do not depend on the order in which the parts came in",
    (values) => {
      const given = values.map((value, index) => at(index + 1, String(value)));
      for (const over of ["sum", "last", "mean"] as const)
        expect(ofYear([...given].reverse(), months, over)).toEqual(ofYear(given, months, over));
    },
  );
});

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

describe("counting", () => {
  /** A plan of so many goals, with projects under policies, KPIs at places and reposts of both. */
  const plans = fc
    .record({
      projects: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 8 }),
      kpis: fc.array(
        fc.record({
          home: fc.nat(),
          mark: fc.constantFrom("○", "△", "×", "ー", "外", null),
          unjudged: fc.constantFrom("incomplete", "not_reported"),
        }),
        { maxLength: 12 },
      ),
      again: fc.array(fc.record({ kpi: fc.nat(), place: fc.nat(), isRepost: fc.boolean() }), {
        maxLength: 8,
      }),
      reposts: fc.array(fc.record({ original: fc.nat(), policy: fc.integer({ min: 0, max: 3 }) }), {
        maxLength: 4,
      }),
      countBy: fc.constantFrom("indicator" as const, "project" as const),
    })
    .map(({ projects, kpis, again, reposts, countBy }) => {
      const node = (
        id: string,
        parentId: string | null,
        kind: PlanNode["kind"],
        repostOfId: string | null = null,
      ): PlanNode => ({ id, parentId, kind, code: id, repostOfId });
      const at = <Item>(items: readonly Item[], index: number) =>
        items[index % items.length] as Item;
      const originals = projects.map((policy, index) => node(`P${index}`, `p${policy}`, "project"));
      const nodes = [
        node("G0", null, "goal"),
        node("G1", null, "goal"),
        ...[0, 1, 2, 3].map((policy) => node(`p${policy}`, `G${policy % 2}`, "policy")),
        ...originals,
      ];
      const attachment = (indicatorId: string, nodeId: string, isRepost = false): Attachment => ({
        indicatorId,
        nodeId,
        role: "kpi",
        isRepost,
      });
      const attachments = kpis.map(({ home }, index) =>
        attachment(`k${index}`, at(originals, home).id),
      );
      const evaluations = new Map(
        kpis.map(({ mark, unjudged }, index): [string, NodeEvaluation] => [
          `k${index}`,
          {
            mark,
            computedMark: mark,
            rate: null,
            unjudged: mark === null ? unjudged : null,
            reported: mark === null ? 1 : 2,
            expectedReporters: 2,
            isDemo: false,
          },
        ]),
      );
      const shownAgain =
        kpis.length === 0
          ? []
          : again.flatMap(({ kpi, place, isRepost }) => {
              const indicatorId = `k${kpi % kpis.length}`;
              const nodeId = at(originals, place).id;
              const known = attachments.some(
                (a) => a.indicatorId === indicatorId && a.nodeId === nodeId,
              );
              return known ? [] : [attachment(indicatorId, nodeId, isRepost)];
            });
      const repostNodes = reposts.map(({ original, policy }, index) =>
        node(`R${index}`, `p${policy}`, "project", at(originals, original).id),
      );
      const repostPlaces = repostNodes.flatMap((repost) =>
        attachments
          .filter((a) => a.nodeId === repost.repostOfId)
          .map((a) => attachment(a.indicatorId, repost.id, true)),
      );
      const rubric = rubricOf({ countBy });
      return {
        plain: { nodes, attachments, evaluations, rubric },
        shownAgain,
        repostNodes,
        repostPlaces,
        countBy,
      };
    });
  const totals = (counts: Record<string, number>) =>
    Object.values(counts).reduce((sum, count) => sum + count, 0);

  test.prop([plans])(
    "a repost of a project changes no count of the plan, a goal or a policy",
    (plan) => {
      const before = summarise(plan.plain);
      const after = summarise({
        ...plan.plain,
        nodes: [...plan.plain.nodes, ...plan.repostNodes],
        attachments: [...plan.plain.attachments, ...plan.repostPlaces],
      });
      expect(after.total).toEqual(before.total);
      for (const [id, summary] of before.byNode) expect(after.byNode.get(id), id).toEqual(summary);
      for (const repost of plan.repostNodes) {
        const original = before.byNode.get(repost.repostOfId ?? "");
        expect(after.byNode.get(repost.id)).toMatchObject({
          mark: original?.mark ?? null,
          counts: original?.counts,
        });
      }
    },
  );

  test.prop([plans])(
    "an indicator shown at a further place is counted once in the plan",
    (plan) => {
      fc.pre(plan.countBy === "indicator");
      const before = summarise(plan.plain);
      const after = summarise({
        ...plan.plain,
        attachments: [...plan.plain.attachments, ...plan.shownAgain],
      });
      expect(after.total).toEqual(before.total);
      const marked = plan.shownAgain.every(({ isRepost }) => isRepost);
      if (!marked) return;
      for (const id of ["G0", "G1", "p0", "p1", "p2", "p3"])
        expect(after.byNode.get(id), id).toEqual(before.byNode.get(id));
    },
  );

  test.prop([plans])("everything counted has a mark or a reason, at every level", (plan) => {
    const { total, byNode } = summarise(plan.plain);
    for (const summary of [total, ...byNode.values()]) {
      const { counts, notReported, incomplete, outOfTerm, counted } = summary;
      expect(totals(counts) + notReported + incomplete + outOfTerm).toBe(counted);
    }
    const goals = [byNode.get("G0"), byNode.get("G1")];
    expect(goals.reduce((sum, goal) => sum + (goal?.counted ?? 0), 0)).toBe(total.counted);
    expect(total.counted).toBe(
      plan.countBy === "project"
        ? plan.plain.nodes.filter((node) => node.kind === "project").length
        : plan.plain.evaluations.size,
    );
  });

  test.prop([plans])("does not depend on the order of nodes and places", (plan) => {
    const { plain } = plan;
    const other = summarise({
      ...plain,
      nodes: [...plain.nodes].reverse(),
      attachments: [...plain.attachments].reverse(),
    });
    const one = summarise(plain);
    expect(other.total).toEqual(one.total);
    for (const [id, summary] of one.byNode) expect(other.byNode.get(id), id).toEqual(summary);
  });

  test.prop([plans])(
    "a strategy counts what it refers to, and adds nothing to the plan",
    (plan) => {
      const { plain } = plan;
      const linked = plain.nodes.filter((node) => node.kind === "project").map((node) => node.id);
      const strategy: PlanNode = { ...plain.nodes[0]!, id: "S", code: "S", kind: "strategy" };
      const links = new Map([["S", [...linked, ...linked]]]);
      const after = summarise({ ...plain, nodes: [...plain.nodes, strategy], links });
      const before = summarise(plain);
      expect(after.total).toEqual(before.total);
      expect(after.byNode.get("S")).toEqual(before.total);
    },
  );
});
