import { stringify } from "csv-stringify/sync";
import { type CellValue, cellValue } from "./cell-value.ts";
import { harmlessText } from "./harmless-text.ts";
import type { Cells, Column } from "./table-model.ts";

/**
 * A table as CSV that Excel opens by itself: UTF-8 with its mark, lines ended by CRLF. Figures have
 * no separators and a plain minus, rates are percentages (91.3%), and where a figure is missing the
 * field is empty.
 */
export function renderCsv(table: { columns: CsvColumns; rows: readonly Cells[] }): Uint8Array {
  const { columns, rows } = table;
  return new TextEncoder().encode(headOf(columns) + linesOf(columns, rows));
}

/** The same of rows that come batch by batch, for more than anybody should hold at once. */
export async function* streamCsv(
  columns: CsvColumns,
  batches: AsyncIterable<readonly Cells[]>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(headOf(columns));
  for await (const rows of batches) yield encoder.encode(linesOf(columns, rows));
}

type CsvColumns = readonly Pick<Column, "header" | "kind">[];

const dialect = { record_delimiter: "\r\n", quoted_match: /[\r\n\t;]/ };

function headOf(columns: CsvColumns): string {
  const names = columns.map(({ header }) => harmlessText(header));
  return stringify([names], { ...dialect, bom: true });
}

function linesOf(columns: CsvColumns, rows: readonly Cells[]): string {
  const lines = rows.map((cells) =>
    columns.map((column, index) => {
      const cell = cells[index] ?? null;
      return cell === null ? "" : field(cellValue(cell, column));
    }),
  );
  return stringify(lines, dialect);
}

function field(value: CellValue): string {
  if (value.kind === "words") return harmlessText(value.words);
  return value.kind === "rate" ? `${value.percent}%` : value.decimal;
}
