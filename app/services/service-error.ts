/** Everything a verb may refuse with. Routes turn codes into statuses; words come from i18n. */
export type ServiceErrorCode = "not_found" | "forbidden" | "invalid" | "conflict" | "locked";

/** A refusal. `detail` is for the page that shows it and holds nothing internal. */
export class ServiceError<Detail = unknown> extends Error {
  readonly code: ServiceErrorCode;
  readonly detail: Detail | undefined;

  constructor(code: ServiceErrorCode, detail?: Detail) {
    super(code);
    this.name = "ServiceError";
    this.code = code;
    this.detail = detail;
  }
}
