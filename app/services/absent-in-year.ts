import { ServiceError } from "./service-error.ts";

/** What was asked for is not in the plan of the year, but in that of another one. */
export class AbsentInYear extends ServiceError {
  /** The first year whose plan has it. */
  readonly firstFy: number;

  constructor(firstFy: number) {
    super("not_found");
    this.firstFy = firstFy;
  }
}
