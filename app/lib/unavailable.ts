/**
 * postgres.js and PostgreSQL codes that mean "the database cannot answer now": the connection was
 * refused, cut or never made, the server is starting or stopping, it has no room for another
 * connection, or the statement ran into its deadline or waited too long for a lock.
 */
const UNAVAILABLE_CODES = new Set([
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "CONNECT_TIMEOUT",
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EPIPE",
  "ETIMEDOUT",
  "57P01",
  "57P02",
  "57P03",
  "53300",
  "57014",
  "55P03",
  "08000",
  "08001",
  "08003",
  "08004",
  "08006",
]);

/** The header value that goes with every 503: when trying again makes sense, in seconds. */
export const RETRY_AFTER_SECONDS = "3";

/**
 * Whether an error says that the database is away for the moment. Looks through `cause` (drizzle
 * wraps what the driver throws) and through aggregates (a host with several addresses).
 */
export function isUnavailable(error: unknown): boolean {
  return reaches(error, 0);
}

function reaches(error: unknown, depth: number): boolean {
  if (typeof error !== "object" || error === null || depth > 5) return false;
  const { code, syscall, cause, errors } = error as {
    code?: unknown;
    syscall?: unknown;
    cause?: unknown;
    errors?: unknown;
  };
  if (typeof code === "string" && UNAVAILABLE_CODES.has(code)) return true;
  // A unix socket that is not there; a missing file has another system call.
  if (code === "ENOENT" && syscall === "connect") return true;
  if (Array.isArray(errors) && errors.some((inner) => reaches(inner, depth + 1))) return true;
  return reaches(cause, depth + 1);
}

/** What a loader or action throws to answer 503; the root error boundary renders it. */
export function unavailableResponse(): Response {
  return new Response("unavailable", {
    status: 503,
    statusText: "Service Unavailable",
    headers: { "Retry-After": RETRY_AFTER_SECONDS },
  });
}
