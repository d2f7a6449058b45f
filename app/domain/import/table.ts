/** A row of a sheet as texts, cells from the first column on; `row` counts from 1 as the spreadsheet does. */
export type TableRow = { sheet: string; row: number; cells: string[] };

/**
 * Why a file cannot be read as tables:
 * `type` it is no spreadsheet and no CSV, whatever its name; `protected` it has a password;
 * `macros` it brings programs; `too_large` it unpacks to more than anybody keeps in a table;
 * `too_many_rows`, `too_many_columns` more than the caller takes; `too_slow` it took too long;
 * `unreadable` it is damaged; `encoding` a text in neither Unicode nor Shift_JIS; `empty` nothing in it.
 */
export const tableProblems = [
  "type",
  "protected",
  "macros",
  "too_large",
  "too_many_rows",
  "too_many_columns",
  "too_slow",
  "unreadable",
  "encoding",
  "empty",
] as const;

export type TableProblem = (typeof tableProblems)[number];

/** How a reading ended: the rows that have anything in them, or why there are none to rely on. */
export type TableRead = { ok: true; rows: number } | { ok: false; problem: TableProblem };

/**
 * What a caller takes. `milliseconds` is the reading's own time, without what is done with the rows.
 * With `sheets` only those are read, by their names in any width and case; none of them may be there.
 */
export type TableLimits = {
  rows: number;
  columns?: number;
  milliseconds?: number;
  sheets?: readonly string[];
};

/** A name as it is compared: one width, no blanks, no case. */
export function plainWord(text: string): string {
  return text.slice(0, 200).normalize("NFKC").replace(/\s/gu, "").toLowerCase();
}

/** Letters of a column, which count from 1: 1 → A, 27 → AA. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** Where a cell stands, as people say it: 「指標!D12」, and 「D12」 in a file without sheets. */
export function cellAddress(sheet: string, row: number, column: number): string {
  return `${sheet === "" ? "" : `${sheet}!`}${columnLetters(column)}${row}`;
}
