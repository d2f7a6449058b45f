import { type CellWords, type EntryColumn, entryColumns } from "../entry/columns.ts";
import { type RowKey, rowKey } from "../entry/rows.ts";
import type { Period } from "../indicator/period.ts";
import { cellAddress, type TableRow } from "./table.ts";

/** The columns of a round's form, from left to right; between them stand those of the entry grid. */
export const formColumns = [
  "number",
  "goal",
  "project",
  "indicator",
  "unit",
  "period",
  "before",
  "target",
  ...entryColumns,
  "state",
  "version",
] as const;
export type FormColumn = (typeof formColumns)[number];

/** What the head of each column may say; the first is what is printed. */
export type FormHeadings = Readonly<Record<FormColumn, readonly [string, ...string[]]>>;

/** The words by which a form is read: its heads, and what its lists offer. */
export type FormWords = { headings: FormHeadings; cells: CellWords };

/** Whose answers to what a form takes. */
export type FormSubject = { plan: string; round: number; organisation: string };

/** Moves when a form of before could be misread. */
const formVersion = 1;

/** What stands on a form for its subject: 「jewels-1-saga-v1」. */
export function formId({ plan, round, organisation }: FormSubject): string {
  return `${plan}-${round}-${organisation}-v${formVersion}`;
}

const idPattern = /^(?:様式ID[:：]?)?([a-z][a-z0-9-]*)-(\d{1,6})-([a-z][a-z0-9-]*)-v(\d{1,3})$/;

type FoundId = FormSubject & { version: number };

function readFormId(text: string): FoundId | null {
  const [, plan, round, organisation, version] = idPattern.exec(squeezed(text)) ?? [];
  if (plan === undefined || organisation === undefined) return null;
  return { plan, round: Number(round), organisation, version: Number(version) };
}

/** A row's name as it is printed: the KPI's code, and the part of the year behind it where there is one. */
export function printedNumber(code: string, period: Period): string {
  return period === 0 ? code : rowKey(code, period);
}

/** The row that a printed number names; a bare code is that of the whole year. */
export function keyOfNumber(text: string): RowKey {
  const plain = squeezed(text).replace(/[−‐‑–—―]/g, "-");
  return plain.includes(":") ? plain : rowKey(plain, 0);
}

/** A cell in which something is answered, as it was typed, and where it stands. */
export type FormCell = { text: string; at: string };

/** A row that answers something. Columns that the table does not have are absent. */
export type FormRow = {
  /** Where the row stands: 「様式!A12」. */
  at: string;
  number: string;
  key: RowKey;
  /** The version it was made from; null where that is not known. */
  version: number | null;
  cells: Partial<Record<EntryColumn, FormCell>>;
};

/**
 * Why a table is not taken: it has no head with a number and a value, one head twice, no row under
 * it; it is another round's, another organisation's or of another layout.
 */
export type FormProblem =
  | { problem: "heading" | "twice" | "rows" | "layout" | "round" }
  | { problem: "organisation"; organisation: string };

export type ReadForm =
  | { ok: true; rows: FormRow[]; isForm: boolean }
  | ({ ok: false } & FormProblem);

/**
 * Reads a filled form, whatever was done around it: rows put in above, columns moved, hidden or left
 * out, several sheets, several heads. Without an ID it is any table with a number and a value, of which
 * nobody knows what it was made from.
 */
export function readForm(
  table: readonly TableRow[],
  headings: FormHeadings,
  subject: FormSubject,
): ReadForm {
  const ids = table.flatMap(({ cells }) => cells.flatMap((text) => readFormId(text) ?? []));
  for (const id of ids) {
    if (id.plan !== subject.plan || id.round !== subject.round)
      return { ok: false, problem: "round" };
    if (id.organisation !== subject.organisation)
      return { ok: false, problem: "organisation", organisation: id.organisation };
    if (id.version !== formVersion) return { ok: false, problem: "layout" };
  }
  const isForm = ids.length > 0;
  const known = knownHeads(headings);
  const heads = new Map<string, Head>();
  const rows: FormRow[] = [];
  for (const { sheet, row, cells } of table) {
    const head = headOf(cells, known);
    if (head === "twice") return { ok: false, problem: "twice" };
    if (head) heads.set(sheet, head);
    const under = heads.get(sheet);
    if (!head && under) rows.push(...rowUnder(under, { sheet, row, cells }, isForm));
  }
  if (heads.size === 0) return { ok: false, problem: "heading" };
  return rows.length === 0 ? { ok: false, problem: "rows" } : { ok: true, rows, isForm };
}

/** Where each column stands, counted from 0. */
type Head = ReadonlyMap<FormColumn, number>;

function knownHeads(headings: FormHeadings): ReadonlyMap<string, FormColumn> {
  return new Map(
    formColumns.flatMap((column) => headings[column].map((word) => [squeezed(word), column])),
  );
}

/** A row is a head when it names at least the number and the value. */
function headOf(
  cells: readonly string[],
  known: ReadonlyMap<string, FormColumn>,
): Head | "twice" | null {
  const found = cells.flatMap((text, index) => {
    const column = known.get(squeezed(text));
    return column ? [[column, index] as const] : [];
  });
  const head = new Map(found);
  if (!head.has("number") || !head.has("first")) return null;
  const read = [...entryColumns, "number", "version"];
  const twice = read.some((column) => found.filter(([each]) => each === column).length > 1);
  return twice ? "twice" : head;
}

/** Nothing for a row in which neither a number nor an answer stands. */
function rowUnder(head: Head, { sheet, row, cells }: TableRow, isForm: boolean): FormRow[] {
  const textOf = (column: FormColumn) => {
    const index = head.get(column);
    return index === undefined ? null : (cells[index] ?? "");
  };
  const answered = entryColumns.flatMap((column) => {
    const text = textOf(column);
    const at = cellAddress(sheet, row, (head.get(column) ?? 0) + 1);
    return text === null ? [] : [[column, { text, at }] as const];
  });
  const number = squeezed(textOf("number") ?? "");
  if (number === "" && answered.every(([, { text }]) => text.trim() === "")) return [];
  const version = squeezed(textOf("version") ?? "");
  return [
    {
      at: cellAddress(sheet, row, (head.get("number") ?? 0) + 1),
      number,
      key: keyOfNumber(number),
      version: isForm && /^\d{1,6}$/.test(version) ? Number(version) : null,
      cells: Object.fromEntries(answered),
    },
  ];
}

/** For names and numbers, which are short: one width, and no blanks. */
function squeezed(text: string): string {
  return text.slice(0, 100).normalize("NFKC").replace(/\s/gu, "");
}
