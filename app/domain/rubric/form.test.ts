import { fc, it as property } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { valueKinds } from "../indicator/definition.ts";
import { type Fields, fromFields, toFields } from "./form.ts";
import { fieldOf, formErrors } from "./form-errors.ts";
import { findStep, focusAfter, stepName, takeStep } from "./form-steps.ts";
import {
  comparisons,
  expectationMethods,
  markTones,
  noFigureReasons,
  type Rubric,
  rateMethods,
  rubricSchema,
} from "./rubric.ts";
import { rubricTemplates } from "./templates.ts";

const template = (name: string) => rubricSchema.parse(rubricTemplates[name]?.data);
const bands = template("bands");

const decimal = fc
  .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: 0, max: 9 }))
  .map(([whole, tenth]) => (tenth === 0 ? String(whole) : `${whole}.${tenth}`));
const label = fc.string({ minLength: 1, maxLength: 60 }).map((text) => text.trim() || "評価");
const scale = (least: number) =>
  fc.uniqueArray(
    fc.record({
      symbol: fc.string({ minLength: 1, maxLength: 8 }).map((text) => text.trim() || "○"),
      label,
      tone: fc.constantFrom(...markTones),
    }),
    { minLength: least, maxLength: 6, selector: (grade) => grade.symbol },
  );

const rubric: fc.Arbitrary<Rubric> = scale(2).chain((grades) => {
  // The first is given by rules, the others by rules or by hand.
  const given = fc.constant(grades[0]?.symbol ?? "");
  const rule = fc.oneof(
    fc.record({
      test: fc.constant("achievement_rate" as const),
      is: fc.constantFrom(...comparisons),
      bound: decimal,
      mark: given,
    }),
    fc.record({
      test: fc.constant("target" as const),
      is: fc.constantFrom("above" as const, "equal" as const, "below" as const),
      mark: given,
    }),
    fc.record({
      test: fc.constant("baseline_change" as const),
      in: fc.constantFrom("absolute" as const, "percent" as const),
      is: fc.constantFrom(...comparisons, "within" as const),
      bound: decimal,
      mark: given,
    }),
    fc.record({ test: fc.constant("milestone" as const), reached: fc.boolean(), mark: given }),
    fc.record({
      test: fc.constant("no_figure" as const),
      because: fc.subarray([...noFigureReasons], { minLength: 1 }),
      mark: given,
    }),
  );
  const method = fc.constantFrom(...rateMethods);
  return fc.record({
    name: label,
    expectation: fc.constantFrom(...expectationMethods),
    withoutLine: fc.constantFrom("none" as const, "final" as const),
    rate: fc.record({
      default: method,
      byValueKind: fc.dictionary(fc.constantFrom(...valueKinds), method),
    }),
    marks: fc
      .array(fc.record({ byHand: fc.boolean(), counted: fc.boolean() }), {
        minLength: grades.length,
        maxLength: grades.length,
      })
      .map((more) =>
        grades.map((grade, index) => ({
          ...grade,
          byHand: index > 0 && more[index]?.byHand === true,
          counted: more[index]?.counted === true,
        })),
      ),
    rules: fc.array(rule, { maxLength: 8 }),
    notJudgeable: fc.constantFrom(...grades.map((grade) => grade.symbol)),
    incomplete: fc.constantFrom("withhold" as const, "flag" as const),
    combination: fc.constantFrom(
      ...(["best", "worst", "mean_rate", "manual"] as const satisfies Rubric["combination"][]),
    ),
    countBy: fc.constantFrom("indicator" as const, "project" as const),
    outlook: scale(0),
    rateDisplay: fc.record({
      places: fc.integer({ min: 0, max: 2 }),
      rounding: fc.constantFrom("half_up" as const, "down" as const),
    }),
  });
});

/** What a form with these fields comes to; throws where the schema refuses it. */
function read(fields: Fields): Rubric {
  const { content, unread } = fromFields(fields);
  expect(unread).toEqual({});
  return rubricSchema.parse(content);
}

describe("a rubric as fields", () => {
  property.prop([rubric])("and back is the same rubric", (given) => {
    expect(read(toFields(given))).toEqual(rubricSchema.parse(given));
  });

  it("has rates in per cent, and refers to marks by their rows", () => {
    expect(toFields(bands)).toMatchObject({
      "marks.1.symbol": "△",
      "rules.2.test": "achievement_rate",
      "rules.2.rate.bound": "70",
      "rules.2.mark": "1",
      notJudgeable: "3",
    });
  });

  it("carries a mark's new name to the rules", () => {
    const renamed = read({ ...toFields(bands), "marks.1.symbol": " 概 " });
    expect(renamed.rules[2]).toMatchObject({ bound: "0.7", mark: "概" });
  });

  it.each([
    ["７０％", "0.7"],
    ["１２０", "1.2"],
    ["99.5", "0.995"],
    ["▲5", "-0.05"],
  ])("understands a rate typed as %s", (typed, bound) => {
    const rule = read({ ...toFields(bands), "rules.2.rate.bound": typed }).rules[2];
    expect(rule).toMatchObject({ bound });
  });

  it("keeps a change from the baseline in per cent as it is typed", () => {
    const fields = {
      ...toFields(bands),
      "rules.2.test": "baseline_change",
      "rules.2.change.in": "percent",
      "rules.2.change.is": "within",
      "rules.2.change.bound": "１０％",
    };
    expect(read(fields).rules[2]).toEqual({
      test: "baseline_change",
      in: "percent",
      is: "within",
      bound: "10",
      mark: "△",
    });
  });

  it.each([
    ["なし", "figure.unreadable"],
    ["△5", "figure.ambiguous"],
    ["70円", "figure.unit"],
  ])("says of %s why it is no figure", (typed, key) => {
    const { unread } = fromFields({ ...toFields(bands), "rules.1.rate.bound": typed });
    expect(unread).toEqual({ "rules.1.bound": key });
  });

  it("is refused by the schema at the field that is missing", () => {
    const fields = { ...toFields(bands), "rules.1.rate.bound": "", "rules.3.mark": "" };
    const errors = rubricSchema.safeParse(fromFields(fields).content).error?.issues ?? [];
    const named = errors.map((issue) => fieldOf(issue.path.join("."), fields));
    expect(named).toContain("rules.1.rate.bound");
    expect(named).toContain("rules.3.mark");
  });
});

describe("what is more than anybody writes", () => {
  it("is refused, and not computed with", () => {
    const many = { ...bands, rules: Array.from({ length: 61 }, () => bands.rules[0]) };
    expect(rubricSchema.safeParse(many).error?.issues[0]?.message).toBe("rubric.too_many");
    const row = bands.rules.findIndex((rule) => rule.test === "achievement_rate");
    const bound = { [`rules.${row}.rate.bound`]: `1.${"1".repeat(160_000)}` };
    expect(fromFields({ ...toFields(bands), ...bound }).unread).toEqual({
      [`rules.${row}.bound`]: "figure.unreadable",
    });
  });
});

describe("what is wrong with a form", () => {
  const errorsOf = (changed: Fields) => {
    const fields = { ...toFields(bands), ...changed };
    const { content, unread } = fromFields(fields);
    const issues = rubricSchema.safeParse(content).error?.issues ?? [];
    const errors = issues.map((issue) => [issue.path.join("."), issue.message]).reverse();
    return formErrors(fields, Object.fromEntries(errors), unread);
  };

  it("stands at the fields of the test that is chosen", () => {
    expect(errorsOf({ "rules.1.rate.bound": "七十" })).toEqual({
      "rules.1.rate.bound": "figure.unreadable",
    });
    const change = { "rules.1.test": "baseline_change", "rules.1.change.in": "percent" };
    expect(errorsOf({ ...change, "rules.1.change.is": "within" })).toEqual({
      "rules.1.change.bound": "rubric.bound",
    });
    expect(errorsOf({ "rules.1.test": "no_figure" })).toEqual({
      "rules.1.because.provisional": "rubric.because",
    });
  });

  it("is a mark that is not chosen, but not one that is only without a name", () => {
    expect(errorsOf({ "rules.1.mark": "", notJudgeable: "" })).toEqual({
      "rules.1.mark": "rubric.unknown_mark",
      notJudgeable: "rubric.unknown_mark",
    });
    expect(errorsOf({ "marks.0.symbol": " " })).toEqual({ "marks.0.symbol": "rubric.symbol" });
    expect(errorsOf({ "marks.0.symbol": "△" })).toEqual({ "marks.0.symbol": "rubric.twice" });
    expect(errorsOf({ "marks.0.byHand": "on" })).toMatchObject({
      "rules.1.mark": "rubric.by_hand",
    });
  });
});

describe("the steps of the form", () => {
  const fields = toFields(bands);
  const symbols = (given: Fields) => [0, 1, 2, 3].map((row) => given[`marks.${row}.symbol`]);

  it("have names that are read back", () => {
    for (const step of [
      { act: "add", list: "rules" },
      { act: "up", list: "marks", row: 2 },
    ] as const)
      expect(findStep(stepName(step))).toEqual(step);
    for (const name of ["preview", "add:users", "up:rules", "up:rules:x", "drop:rules:1"])
      expect(findStep(name)).toBeNull();
  });

  it("move a mark, and what refers to it stays with it", () => {
    const moved = takeStep(fields, { act: "down", list: "marks", row: 0 });
    expect(symbols(moved)).toEqual(["△", "○", "×", "ー"]);
    expect(read(moved).rules).toEqual(bands.rules);
    expect(takeStep(moved, { act: "up", list: "marks", row: 1 })).toEqual(fields);
  });

  it("move a rule with all that was typed for it, also for other tests", () => {
    const given = { ...fields, "rules.1.change.bound": "10" };
    const moved = takeStep(given, { act: "up", list: "rules", row: 1 });
    expect(moved).toMatchObject({ "rules.0.rate.bound": "100", "rules.0.change.bound": "10" });
    expect(moved["rules.1.because.provisional"]).toBe("on");
    expect(moved["rules.1.rate.bound"]).toBeUndefined();
  });

  it("remove a mark, and leave open which one its rules give now", () => {
    const removed = takeStep(fields, { act: "remove", list: "marks", row: 1 });
    expect(symbols(removed)).toEqual(["○", "×", "ー", undefined]);
    expect(removed["rules.2.mark"]).toBe("");
    expect(removed["rules.3.mark"]).toBe("1");
    expect(removed.notJudgeable).toBe("2");
  });

  it("add a row at the end, where the reader then stands", () => {
    const step = { act: "add", list: "outlook" } as const;
    const added = takeStep(fields, step);
    expect(added["outlook.0.symbol"]).toBe("");
    expect(focusAfter(step, added)).toBe("outlook.0.symbol");
  });

  it("do nothing at the ends or to rows that are not there", () => {
    for (const step of [
      { act: "up", list: "marks", row: 0 },
      { act: "down", list: "marks", row: 3 },
      { act: "remove", list: "rules", row: 99 },
    ] as const)
      expect(takeStep(fields, step)).toEqual(fields);
  });
});

it.each(Object.keys(rubricTemplates))("the template %s is a rubric", (name) => {
  expect(read(toFields(template(name)))).toEqual(template(name));
});
