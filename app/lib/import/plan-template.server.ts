import type { Workbook, Worksheet } from "exceljs";
import {
  exampleMark,
  factSheet,
  type PlanColumn,
  type PlanSheet,
  planSheets,
  targetSheet,
} from "#app/domain/import/plan-sheets.ts";
import { planGuide, planTemplateWords } from "#app/i18n/plan-template.ts";
import { productName } from "#app/site/name.ts";
import { looks } from "../export/sheet-style.ts";
import { withoutZipDates } from "../export/zip-dates.ts";

/** A file's date would tell when somebody asked, and make two equal files differ. */
const noDate = new Date(Date.UTC(2000, 0, 1));
/** Columns of long texts stay as they are: older Excel shows ##### for them in cells marked as text. */
const longTexts = new Set(["purpose", "note", "name"]);
const lastRow = 100_000;
/** On A4, as wide as it comes. */
const pageSetup = {
  paperSize: 9,
  orientation: "landscape",
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
} as const;
const framed = { ...looks.line, border: looks.head.border };
const exampleYears = ["R8", "R9", "R10", "R11", "R12"];

/** The workbook in which a plan is written down to be brought in: how to fill it in, lists, examples. */
export async function planTemplate(): Promise<Uint8Array> {
  const { default: exceljs } = await import("exceljs");
  const book = new exceljs.Workbook();
  book.title = planGuide.title;
  book.creator = productName;
  book.lastModifiedBy = productName;
  book.created = noDate;
  book.modified = noDate;
  writeGuide(book);
  for (const sheet of planSheets)
    if (sheet === factSheet) writeFacts(book);
    else writeTable(book, sheet);
  const bytes = await book.xlsx.writeBuffer();
  return withoutZipDates(new Uint8Array(bytes as ArrayBuffer));
}

function writeGuide(book: Workbook): void {
  const sheet = book.addWorksheet(planGuide.sheet, {
    pageSetup,
    views: [{ state: "normal", showGridLines: false }],
  });
  [10, 22, 8, 76, 92].forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  write(sheet, 1, [planGuide.title], { font: looks.title.font });
  let row = 2;
  for (const line of planGuide.lines) write(sheet, ++row, [line], { font: looks.line.font });
  row += 2;
  write(sheet, row, planGuide.columns, looks.head);
  for (const { name, columns } of planSheets)
    for (const { field, heading, required, words = [] } of columns) {
      const { help = "" } = planTemplateWords[name]?.[field] ?? {};
      const cells = [name, heading, required ? planGuide.required : "", help, words.join("／")];
      write(sheet, ++row, cells, framed);
    }
}

/** A line for each fact: its name, itself, how to write it, an example. */
function writeFacts(book: Workbook): void {
  const sheet = book.addWorksheet(factSheet.name, { pageSetup });
  [22, 44, 60, 36].forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  write(sheet, 1, planGuide.factColumns, looks.head);
  for (const [index, { field, heading, required, words }] of factSheet.columns.entries()) {
    const { help = "", example = "" } = planTemplateWords[factSheet.name]?.[field] ?? {};
    const told = required ? `${planGuide.required}。${help}` : help;
    write(sheet, index + 2, [heading, "", told, example], framed);
    const cell = sheet.getCell(index + 2, 2);
    cell.numFmt = "@";
    if (words) offer(sheet, cell.address, words);
  }
}

/** A head, an example, and lists below them. */
function writeTable(book: Workbook, planSheet: PlanSheet): void {
  const sheet = book.addWorksheet(planSheet.name, {
    pageSetup,
    views: [{ state: "frozen", ySplit: 1, xSplit: 1 }],
  });
  const years = planSheet === targetSheet ? exampleYears : [];
  const columns = planSheet.columns.map((column) => ({ ...column, ...words(planSheet, column) }));
  for (const [index, { field, width }] of columns.entries()) {
    const column = sheet.getColumn(index + 1);
    column.width = width;
    // What is typed stays what was typed: 「1-1」 is a code, and no day.
    if (!longTexts.has(field)) column.numFmt = "@";
  }
  years.forEach((_, index) => {
    const column = sheet.getColumn(columns.length + index + 1);
    column.width = 12;
    column.numFmt = "@";
  });
  write(sheet, 1, [...columns.map(({ heading }) => heading), ...years], looks.head);
  const examples = [
    ...columns.map(({ example }) => example),
    ...years.map((_, year) => `${38 + 3 * year}件`),
  ];
  write(sheet, 2, [`${exampleMark}${examples[0]}`, ...examples.slice(1)], looks.note);
  for (const [index, { words: listed }] of columns.entries()) {
    const letters = sheet.getColumn(index + 1).letter;
    if (listed) offer(sheet, `${letters}3:${letters}${lastRow}`, listed);
  }
}

function words({ name }: PlanSheet, { field }: PlanColumn) {
  return planTemplateWords[name]?.[field] ?? { help: "", example: "", width: 12 };
}

function write(sheet: Worksheet, row: number, cells: readonly string[], look: object): void {
  for (const [index, text] of cells.entries()) {
    const cell = sheet.getCell(row, index + 1);
    cell.value = text;
    Object.assign(cell, look);
  }
}

/** A list to choose from, which takes other words as well: they are read, too. */
function offer(sheet: Worksheet, range: string, listed: readonly string[]): void {
  const { dataValidations } = sheet as unknown as {
    dataValidations: { add: (range: string, rule: object) => void };
  };
  dataValidations.add(range, {
    type: "list",
    allowBlank: true,
    showErrorMessage: false,
    formulae: [`"${listed.join(",")}"`],
  });
}
