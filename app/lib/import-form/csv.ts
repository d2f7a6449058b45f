import { formHeadings, formIdLabel } from "#app/i18n/import.ts";
import type { Cells, Column } from "#app/lib/export/table-model.ts";
import { type FormTable, formColumnKinds } from "./form-table.ts";

/** The form as a plain table, with its ID in every row. */
export function formCsv({ id, columns, rows }: FormTable): {
  columns: Pick<Column, "header" | "kind">[];
  rows: Cells[];
} {
  return {
    columns: [
      ...columns.map((column) => ({
        header: formHeadings[column][0],
        kind: formColumnKinds[column],
      })),
      { header: formIdLabel, kind: "text" },
    ],
    rows: rows.map(({ cells }) => [...columns.map((column) => cells[column].cell), id]),
  };
}
