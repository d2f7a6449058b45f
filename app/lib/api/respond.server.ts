import { statusOf } from "#app/lib/respond.server.ts";
import { isUnavailable, RETRY_AFTER_SECONDS } from "#app/lib/unavailable.ts";
import { ServiceError } from "#app/services/service-error.ts";

const titles: Record<number, string> = {
  400: "Bad request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not found",
  405: "Method not allowed",
  409: "Conflict",
  413: "Content too large",
  415: "Unsupported media type",
  422: "Unprocessable content",
  429: "Too many requests",
  503: "Service unavailable",
};

/** An RFC 9457 problem; `more` are members of its own. */
export function problemResponse(
  status: number,
  detail?: string,
  headers?: HeadersInit,
  more?: Record<string, unknown>,
): Response {
  const body = { type: "about:blank", title: titles[status] ?? "Error", status, detail, ...more };
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...headers, "Content-Type": "application/problem+json" },
  });
}

/**
 * Answers an API request with JSON; a refusal becomes a problem. Nothing here is cached by others:
 * what is answered depends on who asks.
 */
export async function answer(work: () => Promise<unknown>): Promise<Response> {
  try {
    const body = await work();
    return body === null ? problemResponse(404) : Response.json(body);
  } catch (error) {
    if (error instanceof ServiceError) return problemResponse(statusOf[error.code]);
    if (error instanceof Response) return isProblem(error) ? error : problemResponse(error.status);
    if (isUnavailable(error))
      return problemResponse(503, undefined, { "Retry-After": RETRY_AFTER_SECONDS });
    throw error;
  }
}

const isProblem = ({ headers }: Response) =>
  headers.get("Content-Type") === "application/problem+json";

/** What a resource route answers to anything but GET and HEAD. */
export function readOnly(): Response {
  return problemResponse(405, "This API is read-only.", { Allow: "GET, HEAD" });
}
