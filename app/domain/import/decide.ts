import { type EntryColumn, entryColumns } from "../entry/columns.ts";
import { entryField, type RowKey } from "../entry/rows.ts";
import { longestTyped, trimLineEnds } from "../line-ends.ts";
import type { RawAnswer } from "../observation/answer.ts";
import type { ComparedRow } from "./compare.ts";
import { type Choices, contradicts, merge } from "./merge.ts";

/** The names of what a preview asks about a row; `row` names what is said of it as a whole. */
export function importField(
  kind: "take" | "note" | "row" | `choice-${EntryColumn}`,
  key: RowKey,
): string {
  return `${kind}:${key}`;
}

/** A row that is to be written, over the version that the preview showed. */
export type ChosenRow = { key: RowKey; version: number; raw: RawAnswer };

export type Decided = {
  chosen: ChosenRow[];
  /** Rows of the file that differ from what is kept and are not written. */
  leftOut: ComparedRow[];
  /** Message keys by the names of fields. */
  errors: Record<string, string>;
};

/**
 * What a person chose in the preview of a file, of rows as they compare now. A row that has moved since
 * the preview is an error, and so is one of which only a part was decided; a row in conflict of which
 * nothing was decided is left out, as is one whose tick was taken away.
 */
export function decideRows(
  rows: readonly ComparedRow[],
  fields: Readonly<Record<string, string>>,
): Decided {
  const decided: Decided = { chosen: [], leftOut: [], errors: {} };
  for (const row of rows) {
    const { key, version } = row;
    const choices = choicesOf(key, fields);
    const wanted = importField("take", key) in fields || Object.keys(choices).length > 0;
    const takes = row.standing === "changed" || row.standing === "conflict";
    const moved = fields[entryField("baseVersion", key)] !== String(version);
    if (!wanted) {
      if (row.standing !== "unchanged") decided.leftOut.push(row);
      continue;
    }
    if (moved || !takes) {
      decided.errors[importField("row", key)] = "import.moved";
      continue;
    }
    const open = undecided(row, choices);
    const raw = withNote(merge(row.cells, row.now, choices), row, fields);
    for (const column of open)
      decided.errors[importField(`choice-${column}`, key)] = "import.choose";
    if (open.length > 0) continue;
    if (contradicts(raw)) decided.errors[importField("row", key)] = "import.both";
    else decided.chosen.push({ key, version, raw });
  }
  return decided;
}

function choicesOf(key: RowKey, fields: Readonly<Record<string, string>>): Choices {
  const chosen = entryColumns.flatMap((column) => {
    const side = fields[importField(`choice-${column}`, key)];
    return side === "file" || side === "kept" ? [[column, side] as const] : [];
  });
  return Object.fromEntries(chosen);
}

/** The cells of a row that a person has still to decide. */
function undecided(row: ComparedRow, choices: Choices): EntryColumn[] {
  return row.cells.flatMap(({ standing, column }) =>
    standing === "conflict" && choices[column] === undefined ? [column] : [],
  );
}

/** The reason that the preview asked for stands in the note. */
function withNote(
  raw: RawAnswer,
  { key, needsNote }: ComparedRow,
  fields: Readonly<Record<string, string>>,
): RawAnswer {
  const typed = fields[importField("note", key)] ?? "";
  const note = typed.length > longestTyped ? typed : trimLineEnds(typed).trim();
  return needsNote && raw.note === "" ? { ...raw, note } : raw;
}
