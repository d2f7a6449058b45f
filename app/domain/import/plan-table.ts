import { exampleMark, type PlanColumn, type PlanSheet } from "./plan-sheets.ts";
import { columnLetters, plainWord, type TableRow } from "./table.ts";

/**
 * Something that cannot be taken: where it stands, as it was typed, and the key of why. Without a row
 * it is about the sheet as a whole.
 */
export type Refusal = {
  sheet: string;
  row: number | null;
  /** Letters of the column. */
  column: string | null;
  typed: string;
  /** A key of the catalogue of words, with what it is about behind a blank. */
  reason: string;
};

/** A row of a sheet by its columns, absent ones empty. */
export type PlanRecord = {
  row: number;
  values: Readonly<Record<string, string>>;
};

/** Where the columns of a sheet stand, from 1 on, by field. */
export type Head = ReadonlyMap<string, number>;

export type Records = { head: Head; records: PlanRecord[]; refusals: Refusal[] };

/** The columns of a sheet whose head names years as well. */
export type ReadExtra = (heading: string) => string | null;

/**
 * The rows of a sheet under its head, which is the first row that names its first column; what stands
 * above is left out, and so are examples and columns that nobody knows.
 */
export function readRecords(
  sheet: PlanSheet,
  rows: readonly TableRow[],
  extra: ReadExtra = () => null,
): Records {
  const own = rows.filter((row) => isSheet(row, sheet));
  const [first] = sheet.columns;
  const at = own.findIndex(({ cells }) =>
    cells.some((cell) => first !== undefined && plainWord(cell) === plainWord(first.heading)),
  );
  const headRow = own[at];
  if (!headRow) {
    const reason = own.length === 0 ? "plan_import.sheet" : "plan_import.head";
    return { head: new Map(), records: [], refusals: [about(sheet, reason)] };
  }
  const head = headOf(sheet, headRow.cells, extra);
  const missing = sheet.columns.filter(({ field, required }) => required && !head.has(field));
  return {
    head,
    records: own.slice(at + 1).flatMap((row) => recordOf(head, row) ?? []),
    refusals: missing.map(({ heading }) => about(sheet, `plan_import.column ${heading}`)),
  };
}

/** Whether a row is one of a sheet, however its name was typed. */
export function isSheet(row: Pick<TableRow, "sheet">, { name }: PlanSheet): boolean {
  return plainWord(row.sheet) === plainWord(name);
}

/** The fields of a head by where they stand. */
export function headOf(sheet: PlanSheet, cells: readonly string[], extra: ReadExtra): Head {
  const known = new Map(sheet.columns.map(({ field, heading }) => [plainWord(heading), field]));
  const head = new Map<string, number>();
  for (const [index, cell] of cells.entries()) {
    const field = known.get(plainWord(cell)) ?? extra(cell);
    if (field !== null && !head.has(field)) head.set(field, index + 1);
  }
  return head;
}

/** A row by its columns; null for one that is empty or an example. */
export function recordOf(head: Head, { row, cells }: TableRow): PlanRecord | null {
  const values = Object.fromEntries(
    [...head].map(([field, column]) => [field, (cells[column - 1] ?? "").trim()]),
  );
  const isEmpty = Object.values(values).every((value) => value === "");
  const isExample = cells.some((cell) => cell.trim().startsWith(exampleMark));
  return isEmpty || isExample ? null : { row, values };
}

/** A refusal of a cell; of the row's first column where the sheet has no such column. */
export function refusal(
  { name }: PlanSheet,
  head: Head,
  { row, values }: PlanRecord,
  field: string,
  reason: string,
): Refusal {
  const column = head.get(field);
  const letters = column === undefined ? null : columnLetters(column);
  return { sheet: name, row, column: letters, typed: values[field] ?? "", reason };
}

/** Refusals of the required cells of a row that are empty, and of a code that became a day. */
export function brokenCells(sheet: PlanSheet, head: Head, record: PlanRecord): Refusal[] {
  const isEmpty = ({ field, required }: PlanColumn) =>
    required && head.has(field) && record.values[field] === "";
  const gaps = sheet.columns
    .filter(isEmpty)
    .map(({ field }) => refusal(sheet, head, record, field, "plan_import.empty"));
  // 「1-1」 typed into a cell that is not marked as text becomes the first of January.
  const [code] = sheet.columns;
  const isDay = code !== undefined && /^\d{4}-\d\d-\d\d$/.test(record.values[code.field] ?? "");
  return isDay ? [...gaps, refusal(sheet, head, record, code.field, "plan_import.day")] : gaps;
}

function about({ name }: PlanSheet, reason: string): Refusal {
  return { sheet: name, row: null, column: null, typed: "", reason };
}
