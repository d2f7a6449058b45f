import { z } from "zod";
import { expectationSources } from "#app/domain/evaluation/expectation.ts";
import { evidenceKinds, severities } from "#app/domain/health/finding.ts";
import {
  aggregations,
  derivations,
  directions,
  frequencies,
  nodeKinds,
  seriesKinds,
  targetBounds,
  themes,
  timeAggregations,
  valueKinds,
} from "#app/domain/indicator/definition.ts";

const decimal = z.string().meta({
  id: "Decimal",
  description: "An exact decimal in the indicator's printed unit.",
  example: "12300",
});
const fy = z
  .int()
  .meta({ description: "Fiscal year by the calendar year it begins in: 2023 is 令和5年度." });
const mark = z
  .string()
  .nullable()
  .meta({ description: "A mark of the plan's rubric; null where none is given." });

export const planSummary = z
  .object({
    code: z.string(),
    name: z.string(),
    nickname: z.string().nullable(),
    owner: z.string(),
    firstFy: fy,
    lastFy: fy,
    isDraft: z.boolean().meta({ description: "Being drawn up: seen by members only." }),
  })
  .meta({ id: "PlanSummary" });

export const planNode = z
  .object({
    code: z.string(),
    kind: z.enum(nodeKinds),
    parent: z.string().nullable(),
    number: z.string(),
    name: z.string(),
    lead: z.string().nullable().meta({ description: "Short name of the lead organisation." }),
    themes: z.array(z.enum(themes)),
    repostOf: z.string().nullable().meta({ description: "The original's code for a 再掲." }),
  })
  .meta({ id: "PlanNode" });

export const roadmapCell = z
  .object({
    fy: fy.nullable().meta({
      description:
        "The year, the last year of a span, or null where the printed column is unknown.",
    }),
    spanFrom: fy.nullable(),
    value: decimal.nullable(),
    text: z.string(),
    increment: decimal.nullable(),
    undecided: z.boolean(),
  })
  .meta({ id: "RoadmapCell" });

export const indicatorDefinition = z
  .object({
    code: z.string(),
    name: z.string(),
    unit: z.string(),
    nodes: z.array(z.string()).meta({
      description: "Codes of the nodes it hangs on; several make it a shared indicator.",
    }),
    aliases: z.array(z.string()).meta({
      description: "Codes under which the plan lists the same series elsewhere, reposts aside.",
    }),
    series: z.enum(seriesKinds),
    direction: z.enum(directions),
    valueKind: z.enum(valueKinds),
    aggregation: z.enum(aggregations),
    repostOf: z.string().nullable(),
    baseline: z.object({
      value: decimal.nullable(),
      text: z.string().nullable(),
      asOf: z.string().nullable(),
    }),
    target: z.object({
      value: decimal.nullable(),
      text: z.string(),
      due: fy.nullable(),
      from: fy.nullable().meta({
        description: "The first year it counts, where that is not the indicator's first.",
      }),
      bound: z.enum(targetBounds).nullable().meta({ description: "以上 or 以内, as printed." }),
    }),
    frequency: z.enum(frequencies),
    timeAggregation: z.enum(timeAggregations),
    derivation: z.enum(derivations).nullable().meta({
      description: "How it is computed from other indicators; null where it is reported.",
    }),
    roadmap: z.array(roadmapCell),
  })
  .meta({ id: "Indicator" });

export const planDefinition = z
  .object({
    code: z.string(),
    name: z.string(),
    years: z.array(fy),
    version: z
      .object({
        version: z.int(),
        title: z.string(),
        firstFy: fy.meta({ description: "The first year that is graded by it." }),
        effectiveOn: z.iso.date().meta({ description: "The day from which it is in force." }),
      })
      .meta({ id: "PlanVersion", description: "The version that the definition is read from." }),
    nodes: z.array(planNode),
    indicators: z.array(indicatorDefinition),
  })
  .meta({ id: "Plan" });

const slugs = z.array(z.string()).meta({ description: "Organisations, by slug." });

export const indicatorResult = z
  .object({
    code: z.string(),
    name: z.string(),
    unit: z.string(),
    actual: decimal.nullable(),
    actualPrinted: decimal.nullable().meta({
      description: "The actual with the places it is printed with: 467 for 466.5.",
    }),
    actualText: z.string().nullable(),
    expected: decimal.nullable().meta({ description: "What counts as 100 ％ in this year." }),
    expectedText: z.string().nullable(),
    achievementRate: decimal.nullable().meta({ description: "1 is 100 ％." }),
    mark,
    computedMark: mark.meta({
      description: "By the rubric; where it is another than `mark`, a person has set that.",
    }),
    outlook: z
      .string()
      .nullable()
      .meta({ description: "The outlook for the last year (達成見込み)." }),
    unjudged: z
      .string()
      .nullable()
      .meta({ description: "Why there is no mark, or only 判定不能." }),
    reported: z.int().nullable(),
    expectedReporters: z.int().nullable(),
    missing: slugs,
    provisional: z.boolean(),
    provisionalReporters: slugs,
    notApplicable: slugs,
    demo: z.boolean().meta({ description: "Made-up figures of a demonstration are among it." }),
  })
  .meta({ id: "IndicatorResult" });

export const rollup = z
  .object({
    fy,
    published: z.boolean().meta({
      description: "False where the reader may not see figures: they are null then, not zero.",
    }),
    indicators: z.array(indicatorResult),
    nodes: z.array(
      z.object({
        code: z.string(),
        kind: z.enum(nodeKinds),
        mark,
        computedMark: mark,
        counted: z.int().meta({
          description: "How many KPIs, or projects where the plan counts those, are counted.",
        }),
        counts: z.record(z.string(), z.int()).meta({
          description: "KPIs (or projects) of the node and below by mark, each once.",
        }),
        outsideCounts: z.record(z.string(), z.int()).meta({
          description: "The same for the marks that stand outside the counts (対象外).",
        }),
        outlooks: z.record(z.string(), z.int()),
      }),
    ),
  })
  .meta({ id: "Rollup" });

export const reporterAnswer = z
  .object({
    organisation: z.string(),
    name: z.string(),
    period: z.int().meta({
      description: "0 is the whole year; otherwise the half, quarter or month of it, from April.",
    }),
    quality: z.string().nullable(),
    value: decimal.nullable(),
    numerator: decimal.nullable(),
    denominator: decimal.nullable(),
    words: z.string().nullable(),
    note: z.string(),
    acceptedAt: z.iso.datetime().nullable(),
    acceptedBy: z.string().nullable().meta({ description: "For members only." }),
    demo: z.boolean(),
  })
  .meta({ id: "ReporterAnswer" });

export const indicatorAnswer = indicatorDefinition
  .extend({
    fy,
    published: z.boolean(),
    result: indicatorResult.nullable(),
    reporters: z.array(reporterAnswer),
  })
  .meta({ id: "IndicatorAnswer" });

const judgement = z
  .object({ value: z.string(), reason: z.string() })
  .nullable()
  .meta({ description: "What a person has set, with the reason." });

export const explanation = z
  .object({
    code: z.string(),
    name: z.string(),
    unit: z.string(),
    fy,
    published: z.boolean(),
    edition: z
      .object({ title: z.string(), edition: z.int() })
      .nullable()
      .meta({ description: "The published edition that is explained; null for today's figures." }),
    rubric: z.string(),
    result: indicatorResult.nullable(),
    steps: z.array(
      z.object({
        step: z.enum(["actual", "expectation", "rate", "mark", "rounding"]),
        title: z.string(),
        words: z.string().meta({ description: "The formula in words." }),
        numbers: z.string().nullable().meta({ description: "The same with the numbers put in." }),
      }),
    ),
    expectedFrom: z.enum(expectationSources).nullable(),
    rule: z.string().nullable().meta({ description: "The rule of the rubric that gave the mark." }),
    override: judgement,
    outlook: judgement,
    observations: z.array(reporterAnswer),
    parts: z.array(z.object({ code: z.string(), name: z.string(), fy })),
    leftOut: z.array(z.object({ organisation: z.string(), name: z.string(), why: z.string() })),
  })
  .meta({ id: "Explanation" });

export const health = z
  .object({
    plan: z.string(),
    counts: z
      .object({ error: z.int(), warning: z.int(), notice: z.int(), dismissed: z.int() })
      .meta({
        description: "Findings by severity without those set aside, and how many these are.",
      }),
    findings: z.array(
      z.object({
        key: z.string().meta({
          description: "Stays the same while the places of the finding say the same.",
        }),
        rule: z.string().meta({ example: "target-roadmap" }),
        case: z.string().meta({ example: "target-roadmap.differs" }),
        severity: z.enum(severities),
        title: z.string(),
        why: z.string(),
        suggestion: z.string(),
        evidence: z.array(
          z.object({
            indicator: z.string().nullable(),
            node: z.string().nullable().meta({ description: "Code of the node it stands at." }),
            kind: z.enum(evidenceKinds),
            text: z.string().meta({ description: "As printed." }),
          }),
        ),
        dismissed: z
          .object({ reason: z.string(), organisation: z.string(), at: z.iso.datetime() })
          .nullable(),
      }),
    ),
  })
  .meta({ id: "PlanHealth" });

export const problem = z
  .object({ type: z.string(), title: z.string(), status: z.int(), detail: z.string().optional() })
  .meta({ id: "Problem", description: "RFC 9457 problem details." });
