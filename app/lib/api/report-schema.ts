import { z } from "zod";
import { observationStates, qualities } from "#app/domain/observation/states.ts";

const decimal = z.string().max(200).nullable().default(null).meta({
  description: "An exact decimal in the indicator's printed unit, as text.",
  example: "1450",
});

const reportContent = z
  .strictObject({
    quality: z.enum(qualities).meta({
      description: "Figures go with final and provisional; the others say that there is none.",
    }),
    value: decimal,
    numerator: decimal,
    denominator: decimal,
    words: z.string().max(200).nullable().default(null).meta({
      description: "For milestones: what was reached.",
    }),
    reached: z.boolean().nullable().default(null),
    note: z.string().max(2000).default(""),
  })
  .meta({ id: "ReportContent" });

export const reportInput = z
  .strictObject({
    baseVersion: z.int().min(0).meta({
      description: "The version that the draft was made from, as GET answers it; 0 for the first.",
    }),
    requestKey: z.uuid().optional().meta({
      description: "The same for a repetition of the same request, which then does nothing twice.",
    }),
    answer: reportContent,
  })
  .meta({ id: "ReportInput" });

export const report = z
  .object({
    plan: z.string(),
    indicator: z.string(),
    organisation: z.string(),
    fy: z.int(),
    period: z.int().meta({
      description: "0 is the whole year; otherwise the half, quarter or month of it, from April.",
    }),
    version: z.int().meta({ description: "The newest version; 0 where there is none." }),
    state: z.enum(observationStates).nullable(),
    savedAt: z.iso.datetime().nullable(),
    answer: reportContent.nullable(),
  })
  .meta({ id: "Report", description: "The organisation's own newest answer, drafts included." });

export const reportProblem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    errors: z.record(z.string(), z.string()).optional().meta({
      description: "What is wrong with each field, in Japanese.",
    }),
    yours: reportContent.optional(),
    current: report.optional().meta({
      description: "On a conflict: what is stored, beside what was sent (yours).",
    }),
  })
  .meta({ id: "ReportProblem" });
