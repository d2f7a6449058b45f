import { AbsentInYear } from "#app/services/absent-in-year.ts";
import { ServiceError, type ServiceErrorCode } from "#app/services/service-error.ts";
import { namedInLanguage } from "./named-in-language.server.ts";

/** The HTTP status of each refusal. */
export const statusOf: Record<ServiceErrorCode, number> = {
  not_found: 404,
  forbidden: 403,
  invalid: 422,
  conflict: 409,
  locked: 409,
};

/**
 * Runs a read verb for a page: a refusal becomes the response that the error page is made of, and
 * organisations are called as the page's language has it.
 */
export async function forPage<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return namedInLanguage(await work);
  } catch (error) {
    if (error instanceof AbsentInYear)
      throw Response.json({ firstFy: error.firstFy }, { status: statusOf[error.code] });
    if (error instanceof ServiceError)
      throw new Response(null, { status: statusOf[error.code], statusText: error.code });
    throw error;
  }
}
