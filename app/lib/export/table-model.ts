import type { Decimal } from "#app/domain/figure/exact.ts";
import type { FiscalYear } from "#app/domain/fiscal-year/fiscal-year.ts";

/**
 * What a column holds, and with it what its cells are:
 * `text` words; `figure` a decimal in the unit that the header (or a column of its own) names;
 * `rate` an achievement rate, 1 = 100 ％; `mark` ◎○△× and the like; `year` a fiscal year.
 */
export type ColumnKind = "text" | "figure" | "rate" | "mark" | "year";

/** `width` in characters of half width; a kanji takes two. */
export type Column = { header: string; width: number; kind: ColumnKind };

/**
 * What stands in a cell: null where there is nothing (printed as －, never as 0), and words where a
 * figure would stand but something else has to be said (調査中, 対象外).
 */
export type Cell = string | Decimal | FiscalYear | null | { words: string };

/** Cells in the order of the columns. */
export type Cells = readonly Cell[];

/** A row of cells, or a heading over the rows that follow: a PT, a policy. */
export type Row = Cells | { heading: string };

/** A table on a sheet. Without any header it is a form: names on the left, contents on the right. */
export type Block = {
  caption?: string;
  columns: readonly Column[];
  rows: readonly Row[];
  /** Sums under the rows, set apart. */
  totals?: readonly Cells[];
};

/** A sheet. The first line of `heading` is its title, the others say for what and as of when. */
export type Sheet = {
  name: string;
  landscape?: boolean;
  heading: readonly string[];
  blocks: readonly Block[];
  notes?: readonly string[];
};

/** A workbook. `fileName` is what it is saved as. */
export type Workbook = { title: string; fileName: string; sheets: readonly Sheet[] };
