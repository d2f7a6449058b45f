import { z } from "zod";
import { report, reportInput, reportProblem } from "./report-schema.ts";

const requestParams = {
  path: z.object({
    organisation: z.string().meta({ description: "The organisation's slug.", example: "saga" }),
    plan: z.string().meta({ example: "jewels" }),
    indicator: z.string().meta({ example: "SHG-5-2-a" }),
    fy: z.int().meta({ example: 2024 }),
  }),
  query: z.object({
    period: z.int().optional().meta({
      description: "The half, quarter or month of the year, from April; by default the whole year.",
    }),
  }),
};

const stored = {
  description: "The organisation's own newest answer.",
  content: { "application/json": { schema: report } },
};
const problem = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: reportProblem } },
});
const refusals = {
  "401": problem("The key is unknown, revoked or expired."),
  "403": problem("The key's organisation is another one, or its scope does not write."),
  "404": problem("The organisation is not asked for such a figure."),
  "429": problem("Too often; see Retry-After."),
  "503": problem("The database is away; try again."),
};
const security = [{ bearerAuth: [] }];

/** An organisation's own report, to read and to save as a draft. What is handed in is decided by people. */
export const reportOperations = {
  get: {
    operationId: "getReport",
    summary: "An organisation's own answer for an indicator and year",
    security,
    requestParams,
    responses: { "200": stored, ...refusals },
  },
  put: {
    operationId: "saveReport",
    summary: "Save it as a draft, which only the organisation sees",
    security,
    requestParams,
    requestBody: {
      required: true,
      content: { "application/json": { schema: reportInput } },
    },
    responses: {
      "200": stored,
      "400": problem("The body is no JSON."),
      "409": problem("Somebody else saved meanwhile (both contents), or it was handed in."),
      "415": problem("The body is not application/json."),
      "422": problem("A field is missing, unknown, or cannot be read."),
      ...refusals,
    },
  },
};
