import exceljs from "exceljs";
import { type FormColumn, formColumns } from "#app/domain/import/form.ts";
import type { TableRow } from "#app/domain/import/table.ts";
import { formHeadings } from "#app/i18n/import.ts";
import { readTable } from "#app/lib/import/read-table.server.ts";

/** What somebody types into a row of a form, by the row's number. */
export type Typed = Partial<Record<FormColumn, string | number | Date | null>>;

/** A form as somebody fills it in with a table program, and saves it. */
export async function filledForm(
  form: Uint8Array,
  typed: Readonly<Record<string, Typed>>,
): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  await book.xlsx.load(form.buffer as ArrayBuffer);
  const sheet = book.getWorksheet("様式");
  if (!sheet) throw new RangeError("No form");
  const columns = new Map<FormColumn, number>();
  sheet.eachRow((row) => {
    row.eachCell((cell, index) => {
      const column = formColumns.find((each) => formHeadings[each][0] === cell.text);
      if (column && !columns.has(column)) columns.set(column, index);
    });
  });
  for (const [number, answers] of Object.entries(typed)) {
    const found = sheet.getColumn(columns.get("number") ?? 1).values.indexOf(number);
    if (found < 0) throw new RangeError(`No row ${number}`);
    for (const [column, value] of Object.entries(answers)) {
      const cell = sheet.getRow(found).getCell(columns.get(column as FormColumn) ?? 1);
      cell.value = value;
      // As a table program does by itself in a cell without a format.
      if (value instanceof Date) cell.style = { ...cell.style, numFmt: "yyyy/m/d" };
    }
  }
  return new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer);
}

/** What the portal reads of a file. */
export async function rowsOf(name: string, bytes: Uint8Array): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  const read = await readTable({ name, bytes }, { rows: 10_000, columns: 100 }, (some) => {
    rows.push(...some);
  });
  if (!read.ok) throw new RangeError(`Not read: ${read.problem}`);
  return rows;
}

/** The numbers of the rows in which a figure can be typed now, in the order of the form. */
export async function openNumbers(form: Uint8Array): Promise<string[]> {
  const book = new exceljs.Workbook();
  await book.xlsx.load(form.buffer as ArrayBuffer);
  const numbers: string[] = [];
  book.getWorksheet("様式")?.eachRow((row) => {
    const answered = row.getCell(formColumns.indexOf("first") + 1);
    if (answered.protection?.locked === false) numbers.push(row.getCell(1).text);
  });
  return numbers;
}
