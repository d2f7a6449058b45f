import { z } from "zod";
import { changeKinds } from "#app/domain/rollup/changes.ts";
import { indicatorResult } from "./schemas.ts";

const time = z
  .object({
    time: z.string().meta({ description: "As it is asked for: edition-1, a day, a moment, now." }),
    edition: z.int().nullable(),
  })
  .meta({ id: "ComparedTime" });

const counts = z.record(z.string(), z.int());

const answer = z.object({
  value: z.string().nullable(),
  numerator: z.string().nullable(),
  denominator: z.string().nullable(),
  words: z.string().nullable(),
  quality: z.string(),
});

/** How a plan's year was seen at two times. */
export const changes = z
  .object({
    plan: z.string(),
    fy: z.int(),
    from: time,
    to: time,
    counts: z
      .array(z.object({ goal: z.string().nullable(), before: counts, after: counts }))
      .meta({ description: "By mark at both times; of the whole plan where `goal` is null." }),
    changes: z.array(
      z.object({
        goal: z.string().nullable().meta({ description: "Code of the PT it belongs to." }),
        code: z.string(),
        name: z.string(),
        kind: z.enum(changeKinds).meta({
          description:
            "`better`, `worse`: another mark; `first`: a figure or mark where there was none; " +
            "`withdrawn`: none any more; `corrected`: another figure under the same mark; `added`, " +
            "`removed`: in the plan at one of the times only.",
        }),
        before: indicatorResult.nullable(),
        after: indicatorResult.nullable(),
        answers: z
          .array(
            z.object({
              organisation: z.string(),
              period: z.int(),
              of: z.string().nullable().meta({
                description: "Code of the indicator that it is computed from, where it is another.",
              }),
              before: answer.nullable(),
              after: answer,
              note: z.string(),
              acceptedAt: z.iso.datetime(),
              acceptedBy: z.string().meta({ description: "The accepting organisation." }),
            }),
          )
          .meta({ description: "The accepted answers that made the difference." }),
        judgements: z
          .array(
            z.object({
              before: z.string().nullable(),
              after: z.string().nullable(),
              reason: z.string(),
            }),
          )
          .meta({ description: "Marks that people set or took back." }),
        redefined: z.boolean().meta({ description: "The plan defines it otherwise." }),
      }),
    ),
    projects: z
      .array(
        z.object({
          goal: z.string().nullable(),
          code: z.string(),
          name: z.string(),
          kind: z.enum(changeKinds),
          before: z.string().nullable(),
          after: z.string().nullable(),
        }),
      )
      .meta({ description: "Projects with another mark, where the plan counts those." }),
  })
  .meta({ id: "Changes" });
