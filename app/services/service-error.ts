/** What each refusal carries for the page that shows it; nothing internal. */
type Details = {
  not_found: undefined;
  /** `own`: the act would be allowed, had somebody else submitted. */
  forbidden: { permission: string; own?: boolean };
  /** The message key of each field. */
  invalid: { errors: Record<string, string> };
  /** Somebody was faster; the newest state is to be read again. */
  conflict: undefined;
  /** The state does not allow the step. */
  locked: undefined;
};

/** Everything a verb may refuse with. Routes turn codes into statuses; words come from i18n. */
export type ServiceErrorCode = keyof Details;

/** A refusal of a verb. */
export class ServiceError extends Error {
  readonly code: ServiceErrorCode;
  private readonly detail: Details[ServiceErrorCode];

  constructor(
    ...[code, detail]: {
      [Code in ServiceErrorCode]: Details[Code] extends undefined
        ? [code: Code]
        : [code: Code, detail: Details[Code]];
    }[ServiceErrorCode]
  ) {
    super(code);
    this.name = "ServiceError";
    this.code = code;
    this.detail = detail;
  }

  /** The message keys of the fields of an `invalid` input; empty for other refusals. */
  get fieldErrors(): Record<string, string> {
    return this.detail && "errors" in this.detail ? this.detail.errors : {};
  }

  /** Whether an act was refused only because it concerns the actor's own submission. */
  get concernsOwn(): boolean {
    return this.detail !== undefined && "own" in this.detail && this.detail.own === true;
  }
}
