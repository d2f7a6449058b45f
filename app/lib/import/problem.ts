import type { TableProblem } from "#app/domain/import/table.ts";

/** Ends a reading: the file is not what can be read. */
export class UnreadableTable extends Error {
  readonly problem: TableProblem;

  constructor(problem: TableProblem) {
    super(`table: ${problem}`);
    this.name = "UnreadableTable";
    this.problem = problem;
  }
}
