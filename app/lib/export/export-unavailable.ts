/**
 * Why a file cannot be made now: there is no browser to print with, or nobody wants one
 * (`no_browser`), too many people are waiting (`busy`), it took too long (`too_slow`), or the
 * browser broke down twice (`failed`).
 */
export type UnavailableReason = "no_browser" | "busy" | "too_slow" | "failed";

/** A file that cannot be made now; `respond.server.ts` says in words what helps. */
export class ExportUnavailable extends Error {
  readonly reason: UnavailableReason;

  constructor(reason: UnavailableReason, cause?: unknown) {
    super(`export: ${reason}`, { cause });
    this.name = "ExportUnavailable";
    this.reason = reason;
  }
}
