import type { AnswerField, Asked } from "../observation/answer.ts";
import { type CellWords, type EntryColumn, fieldIn, type ReadCell, readCell } from "./columns.ts";
import type { RowKey } from "./rows.ts";

/** A row of the grid as a block falls on it. */
export type PasteRow = {
  key: RowKey;
  asked: Asked /** Nothing can be entered in it now. */;
  locked: boolean;
};

export type PlacedCell = ReadCell & { key: RowKey; field: AnswerField };

export type LaidBlock = {
  cells: PlacedCell[];
  /** Rows of the block that fell on something that is not entered now, or below the last row. */
  leftOut: number;
};

/**
 * Lays a block of cells on the grid, from a cell down and to the right, as a spreadsheet would. Cells
 * beyond the last column and those of columns that a row does not have are passed over.
 */
export function layBlock(
  block: readonly (readonly string[])[],
  grid: { rows: readonly PasteRow[]; columns: readonly EntryColumn[]; words: CellWords },
  start: { row: number; column: number },
): LaidBlock {
  const cells: PlacedCell[] = [];
  let leftOut = 0;
  for (const [down, texts] of block.entries()) {
    const row = grid.rows[start.row + down];
    if (!row || row.locked) {
      leftOut += 1;
      continue;
    }
    for (const [right, text] of texts.entries()) {
      const column = grid.columns[start.column + right];
      const field = column ? fieldIn(column, row.asked) : null;
      if (field)
        cells.push({ key: row.key, field, ...readCell(field, row.asked, text, grid.words) });
    }
  }
  return { cells, leftOut };
}
