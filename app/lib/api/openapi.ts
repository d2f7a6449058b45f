import { z } from "zod";
import { createDocument } from "zod-openapi";
import { changes } from "./changes-schema.ts";
import { reportOperations } from "./report-operations.ts";
import * as schemas from "./schemas.ts";

const plan = z.string().meta({
  description: "The code of a plan.",
  example: "jewels",
});
const indicator = z.string().meta({
  description: "The code of an indicator, also one under which it is listed elsewhere.",
  example: "SHG-5-2-a",
});
const year = z.int().optional().meta({
  description: "Fiscal year; by default the year that is asked for now.",
  example: 2023,
});

const asOf = z.iso.date().optional().meta({
  description: "The plan as it was in force on a day; by default as it is in force now.",
  example: "2022-11-30",
});

const asOfFigures = z
  .string()
  .optional()
  .meta({
    description:
      "The figures as they stood at the end of a day in Japan, at a moment, or as published in an " +
      "edition of the year (edition-2, with fy); by default as they stand now.",
    example: "2026-11-20",
  });

const from = z
  .string()
  .optional()
  .meta({
    description:
      "The earlier time: edition-1, a day, a moment; by default the newest edition before `to`. " +
      "Without signing in there are editions only.",
    example: "edition-1",
  });

const to = z.string().optional().meta({
  description: "The later time, also now; by default now, without signing in the newest edition.",
  example: "edition-2",
});

function get(operationId: string, summary: string, schema: z.ZodType, parameters: z.ZodType[]) {
  const problems = { "application/problem+json": { schema: schemas.problem } };
  return {
    get: {
      operationId,
      summary,
      requestParams: split(parameters),
      responses: {
        "200": { description: summary, content: { "application/json": { schema } } },
        "404": { description: "No such plan, indicator or year.", content: problems },
        "401": { description: "The key is unknown, revoked or expired.", content: problems },
        "429": { description: "Too often; see Retry-After.", content: problems },
        "503": { description: "The database is away; try again.", content: problems },
      },
    },
  };
}

function split(parameters: z.ZodType[]) {
  return {
    path: z.object({
      ...(parameters.includes(plan) ? { plan } : {}),
      ...(parameters.includes(indicator) ? { indicator } : {}),
    }),
    query: z.object({
      ...(parameters.includes(year) ? { fy: year } : {}),
      ...(parameters.includes(asOf) ? { asOf } : {}),
      ...(parameters.includes(asOfFigures) ? { asOf: asOfFigures } : {}),
      ...(parameters.includes(from) ? { from } : {}),
      ...(parameters.includes(to) ? { to } : {}),
    }),
  };
}

/** The OpenAPI description of the read API, made from the schemas its answers have. */
export function openapiDocument() {
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "九州・山口 広域連携ポータル API",
      version: "1",
      description:
        "The plans, their indicators and roll-ups. Without signing in it answers what is published: " +
        "the definition of an adopted plan always, figures once published. Figures are exact " +
        "decimals written as strings; null means none and is never zero. Programs of an organisation " +
        "send its key as `Authorization: Bearer`; an administrator issues one in the workspace.",
    },
    components: {
      securitySchemes: {
        bearerAuth: {
          type: "http",
          scheme: "bearer",
          description:
            "A key of an organisation: of scope `read`, or `report` to write drafts too.",
        },
      },
    },
    security: [{}, { bearerAuth: [] }],
    paths: {
      "/api/v1/plans": get("listPlans", "All plans", z.array(schemas.planSummary), []),
      "/api/v1/plans/{plan}": get("getPlan", "A plan's definition", schemas.planDefinition, [
        plan,
        asOf,
      ]),
      "/api/v1/plans/{plan}/rollup": get("getRollup", "A year's roll-up", schemas.rollup, [
        plan,
        year,
        asOfFigures,
      ]),
      "/api/v1/plans/{plan}/changes": get(
        "getChanges",
        "What changed between two times, and why",
        changes,
        [plan, year, from, to],
      ),
      "/api/v1/plans/{plan}/health": get(
        "getHealth",
        "What does not fit in a plan's definition (計画点検)",
        schemas.health,
        [plan],
      ),
      "/api/v1/plans/{plan}/indicators/{indicator}/explanation": get(
        "explainIndicator",
        "How one figure and its mark came about",
        schemas.explanation,
        [plan, indicator, year, asOfFigures],
      ),
      "/api/v1/plans/{plan}/indicators/{indicator}": get(
        "getIndicator",
        "One indicator with its year's result and contributions",
        schemas.indicatorAnswer,
        [plan, indicator, year, asOfFigures],
      ),
      "/api/v1/workspaces/{organisation}/plans/{plan}/reports/{indicator}/{fy}": reportOperations,
    },
  });
}
