import { z } from "zod";
import {
  aggregations,
  directions,
  nodeKinds,
  seriesKinds,
  themes,
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
    target: z.object({ value: decimal.nullable(), text: z.string(), due: fy.nullable() }),
    roadmap: z.array(roadmapCell),
  })
  .meta({ id: "Indicator" });

export const planDefinition = z
  .object({
    code: z.string(),
    name: z.string(),
    years: z.array(fy),
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
    actualText: z.string().nullable(),
    expected: decimal.nullable().meta({ description: "What counts as 100 ％ in this year." }),
    expectedText: z.string().nullable(),
    achievementRate: decimal.nullable().meta({ description: "1 is 100 ％." }),
    mark,
    computedMark: mark,
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
        counts: z.record(z.string(), z.int()).meta({
          description: "KPIs of the node and below by mark, each once.",
        }),
      }),
    ),
  })
  .meta({ id: "Rollup" });

export const indicatorAnswer = indicatorDefinition
  .extend({
    fy,
    published: z.boolean(),
    result: indicatorResult.nullable(),
    reporters: z.array(
      z.object({
        organisation: z.string(),
        name: z.string(),
        period: z.int().meta({
          description:
            "0 is the whole year; otherwise the half, quarter or month of it, from April.",
        }),
        quality: z.string().nullable(),
        value: decimal.nullable(),
        numerator: decimal.nullable(),
        denominator: decimal.nullable(),
        words: z.string().nullable(),
        acceptedAt: z.iso.datetime().nullable(),
        demo: z.boolean(),
      }),
    ),
  })
  .meta({ id: "IndicatorAnswer" });

export const problem = z
  .object({ type: z.string(), title: z.string(), status: z.int(), detail: z.string().optional() })
  .meta({ id: "Problem", description: "RFC 9457 problem details." });
