import type { z } from "zod";
import { message } from "#app/i18n/messages.ts";
import type { ServiceContext } from "#app/services/context.server.ts";
import type { TargetCodes } from "#app/services/observation/find-target.server.ts";
import { readReport } from "#app/services/observation/read.server.ts";
import { saveObservation } from "#app/services/observation/save.server.ts";
import { ServiceError } from "#app/services/service-error.ts";
import { type report, reportInput } from "./report-schema.ts";
import { problemResponse } from "./respond.server.ts";

type Report = z.infer<typeof report>;
type Input = z.infer<typeof reportInput>;

/** An organisation's own newest answer as the API gives it. Throws as `readReport` does. */
export async function presentReport(context: ServiceContext, codes: TargetCodes): Promise<Report> {
  const { newest, plan, indicator, organisation, fy, period } = await readReport(context, codes);
  return {
    plan: plan.code,
    indicator: indicator.code,
    organisation: organisation.slug,
    fy,
    period,
    version: newest?.version ?? 0,
    state: newest?.state ?? null,
    savedAt: newest?.createdAt.toISOString() ?? null,
    answer: newest && {
      quality: newest.quality,
      value: newest.value,
      numerator: newest.numerator,
      denominator: newest.denominator,
      words: newest.words,
      reached: newest.reached,
      note: newest.note,
    },
  };
}

/**
 * Saves the draft that a program sent and answers what is stored then. Throws a problem for what cannot be
 * read (415, 400, 422) and, with both contents, for what a colleague saved meanwhile (409).
 */
export async function putReport(
  context: ServiceContext,
  codes: TargetCodes,
  request: Request,
): Promise<Report> {
  const { answer, baseVersion, requestKey = crypto.randomUUID() } = await readInput(request);
  const { reached, ...texts } = answer;
  const fields = Object.entries(texts).map(([name, value]) => [name, value ?? ""]);
  try {
    await saveObservation(context, codes, {
      ...Object.fromEntries(fields),
      reached: reached === null ? "" : reached ? "yes" : "no",
      baseVersion,
      requestKey,
    });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    if (error.code === "invalid") throw unreadable(error.fieldErrors);
    if (error.code === "conflict")
      throw problemResponse(409, "Somebody else saved meanwhile.", undefined, {
        yours: answer,
        current: await presentReport(context, codes),
      });
    if (error.code === "locked")
      throw problemResponse(409, "The figure was handed in, or its round is closed.");
    throw error;
  }
  return presentReport(context, codes);
}

async function readInput(request: Request): Promise<Input> {
  if (!/^application\/json(;|$)/i.test(request.headers.get("Content-Type") ?? ""))
    throw problemResponse(415, "Send application/json.");
  const body: unknown = await request.json().catch(() => {
    throw problemResponse(400, "The body is no JSON.");
  });
  const parsed = reportInput.safeParse(body);
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  throw problemResponse(422, issues.map(issueText).join(" "));
}

/** Which field it is, in the words of the schema; unknown fields are named. */
function issueText(issue: z.core.$ZodIssue): string {
  const place = issue.path.join(".");
  return `${place === "" ? "" : `${place}: `}${issue.message}.`;
}

function unreadable(errors: Record<string, string>): Response {
  const words = Object.entries(errors).map(([field, key]) => [field, message(key)]);
  return problemResponse(422, undefined, undefined, { errors: Object.fromEntries(words) });
}
