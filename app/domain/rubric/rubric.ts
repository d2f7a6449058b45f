import { z } from "zod";
import { isDecimal } from "../figure/exact.ts";
import { valueKinds } from "../indicator/definition.ts";
import {
  comparisons,
  expectationMethods,
  markTones,
  noFigureReasons,
  rateMethods,
} from "./vocabulary.ts";

export * from "./vocabulary.ts";

// Long enough for any share or figure, and short enough to be computed with at once.
const decimal = z.string().max(30, "rubric.bound").refine(isDecimal, "rubric.bound");
const symbol = z.string().trim().min(1, "rubric.symbol").max(8, "rubric.symbol");

const comparison = z.enum(comparisons);

const rule = z.discriminatedUnion("test", [
  /** The achievement rate (1 = 100 ％) compared with a bound; exact at the boundary. */
  z.object({ test: z.literal("achievement_rate"), is: comparison, bound: decimal, mark: symbol }),
  /** The actual against the year's expectation; above means better, whichever way the indicator goes. */
  z.object({ test: z.literal("target"), is: z.enum(["above", "equal", "below"]), mark: symbol }),
  /**
   * The change from the baseline, positive where it is for the better: in the indicator's unit, or
   * in per cent of the baseline. `within` means at most so much in either direction.
   */
  z.object({
    test: z.literal("baseline_change"),
    in: z.enum(["absolute", "percent"]),
    is: z.enum([...comparisons, "within"]),
    bound: decimal,
    mark: symbol,
  }),
  /** A milestone in words, judged by a person: reached or not. */
  z.object({ test: z.literal("milestone"), reached: z.boolean(), mark: symbol }),
  /** No figure, and why. */
  z.object({
    test: z.literal("no_figure"),
    because: z.array(z.enum(noFigureReasons)).min(1, "rubric.because"),
    mark: symbol,
  }),
]);
export type Rule = z.infer<typeof rule>;

const rateMethod = z.enum(rateMethods);

const grade = z.object({
  symbol,
  label: z.string().trim().min(1, "rubric.label").max(60, "rubric.label"),
  tone: z.enum(markTones),
});

/**
 * How a plan turns figures into marks, as data (DOMAIN.md section 4): which figure counts as
 * 100 ％, how the actual is held against it, and the ordered rules of which the first that holds
 * gives the mark.
 */
export const rubricSchema = z
  .object({
    name: z.string().trim().min(1, "rubric.name").max(60, "rubric.name"),
    expectation: z.enum(expectationMethods),
    /** What counts as 100 ％ where no line can be drawn: without a baseline, before the target's first year. */
    withoutLine: z.enum(["none", "final"]).default("none"),
    rate: z.object({
      default: rateMethod,
      byValueKind: z.partialRecord(z.enum(valueKinds), rateMethod),
    }),
    /** Best first. `byHand`: only a person gives it. Not `counted`: stands outside the counts (対象外). */
    marks: z
      .array(
        grade.extend({ byHand: z.boolean().default(false), counted: z.boolean().default(true) }),
      )
      .min(2, "rubric.marks")
      .max(20, "rubric.too_many"),
    rules: z.array(rule).max(60, "rubric.too_many"),
    /** Given where everything was reported but there is nothing to hold it against. */
    notJudgeable: symbol,
    /** Whether a region with a missing reporter gets no mark, or one on the partial figure. */
    incomplete: z.enum(["withhold", "flag"]),
    /** How the marks of a project's indicators make the project's mark. */
    combination: z.enum(["best", "worst", "mean_rate", "manual"]),
    /** What is counted by mark: every indicator once, or every project that is no 再掲. */
    countBy: z.enum(["indicator", "project"]).default("indicator"),
    /** The scale of the 達成見込み, best first; empty where the plan has none. */
    outlook: z.array(grade).max(10, "rubric.too_many").default([]),
    /** How an achievement rate is printed, in per cent; marks are decided on the exact number. */
    rateDisplay: z
      .object({ places: z.int().min(0).max(2), rounding: z.enum(["half_up", "down"]) })
      .default({ places: 1, rounding: "half_up" }),
  })
  .superRefine((rubric, context) => {
    const issue = (path: (string | number)[], message: string) =>
      context.addIssue({ code: "custom", path, message });
    const marks = rubric.marks.map((mark) => mark.symbol);
    if (new Set(marks).size < marks.length) issue(["marks"], "rubric.twice");
    const scale = rubric.outlook.map((step) => step.symbol);
    if (new Set(scale).size < scale.length) issue(["outlook"], "rubric.twice");
    for (const [index, { mark }] of rubric.rules.entries()) {
      const given = rubric.marks.find((m) => m.symbol === mark);
      if (!given) issue(["rules", index, "mark"], "rubric.unknown_mark");
      else if (given.byHand) issue(["rules", index, "mark"], "rubric.by_hand");
    }
    if (!marks.includes(rubric.notJudgeable)) issue(["notJudgeable"], "rubric.unknown_mark");
  });
export type Rubric = z.output<typeof rubricSchema>;
/** A rubric as it is written down, what goes without saying left out. */
export type RubricData = z.input<typeof rubricSchema>;
