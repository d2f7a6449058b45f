import { stringify } from "csv-stringify/sync";
import { type CellValue, cellValue } from "./cell-value.ts";
import { harmlessText } from "./harmless-text.ts";
import type { Cells, Column } from "./table-model.ts";

/**
 * A table as CSV that Excel opens by itself: UTF-8 with its mark, lines ended by CRLF. Figures have
 * no separators and a plain minus, rates are percentages (91.3%), and where a figure is missing the
 * field is empty.
 */
export function renderCsv(table: {
  columns: readonly Pick<Column, "header" | "kind">[];
  rows: readonly Cells[];
}): Uint8Array {
  const lines = table.rows.map((cells) =>
    table.columns.map((column, index) => {
      const cell = cells[index] ?? null;
      return cell === null ? "" : field(cellValue(cell, column));
    }),
  );
  const csv = stringify([table.columns.map(({ header }) => harmlessText(header)), ...lines], {
    bom: true,
    record_delimiter: "\r\n",
    quoted_match: /[\r\n\t;]/,
  });
  return new TextEncoder().encode(csv);
}

function field(value: CellValue): string {
  if (value.kind === "words") return harmlessText(value.words);
  return value.kind === "rate" ? `${value.percent}%` : value.decimal;
}
