import { z } from "zod";
import { isDecimal } from "../figure/exact.ts";
import { valueKinds } from "../indicator/definition.ts";

const decimal = z.string().refine(isDecimal, "小数で指定してください");

/** How a mark looks; the symbol and the label say it in words, the tone only supports them. */
export const markTones = ["excellent", "good", "fair", "poor", "none"] as const;
export type MarkTone = (typeof markTones)[number];

const comparison = z.enum([">=", ">", "<=", "<", "="]);
export type Comparison = z.infer<typeof comparison>;

const rule = z.discriminatedUnion("test", [
  /** The achievement rate (1 = 100 ％) compared with a bound; exact at the boundary. */
  z.object({
    test: z.literal("achievement_rate"),
    is: comparison,
    bound: decimal,
    mark: z.string(),
  }),
  /** A milestone in words, judged by a person: reached or not. */
  z.object({ test: z.literal("milestone"), reached: z.boolean(), mark: z.string() }),
]);

const rateMethod = z.enum(["ratio", "improvement"]);
export type RateMethod = z.infer<typeof rateMethod>;

/**
 * How a plan turns figures into marks, as data (DOMAIN.md section 4): which figure counts as
 * 100 ％, how the actual is held against it, and the ordered rules of which the first that holds
 * gives the mark.
 */
export const rubricSchema = z
  .object({
    name: z.string(),
    expectation: z.enum(["roadmap", "linear", "final"]),
    rate: z.object({
      default: rateMethod,
      byValueKind: z.partialRecord(z.enum(valueKinds), rateMethod),
    }),
    /** Best first. */
    marks: z.array(z.object({ symbol: z.string(), label: z.string(), tone: z.enum(markTones) })),
    rules: z.array(rule),
    /** Given where everything was reported but there is nothing to hold it against. */
    notJudgeable: z.string(),
    /** Whether a region with a missing reporter gets no mark, or one on the partial figure. */
    incomplete: z.enum(["withhold", "flag"]),
    /** How the marks of a project's indicators make the project's mark. */
    combination: z.enum(["best", "worst"]),
  })
  .superRefine((rubric, context) => {
    const known = new Set(rubric.marks.map((mark) => mark.symbol));
    for (const mark of [...rubric.rules.map((r) => r.mark), rubric.notJudgeable]) {
      if (!known.has(mark))
        context.addIssue({ code: "custom", message: `評価「${mark}」が一覧にありません` });
    }
  });
export type Rubric = z.infer<typeof rubricSchema>;
