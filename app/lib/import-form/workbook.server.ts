import type { Cell, DataValidation, Worksheet } from "exceljs";
import { fiscalYearLabel } from "#app/domain/fiscal-year/fiscal-year.ts";
import type { FormColumn } from "#app/domain/import/form.ts";
import { qualities } from "#app/domain/observation/states.ts";
import { qualityWords, reachedWords } from "#app/i18n/answer.ts";
import { formGuide, formHeadings, formIdLabel, formPrompts } from "#app/i18n/import.ts";
import { dayText } from "#app/i18n/labels.ts";
import { cellValue } from "#app/lib/export/cell-value.ts";
import { harmlessText } from "#app/lib/export/harmless-text.ts";
import { cellLook, looks } from "#app/lib/export/sheet-style.ts";
import { SheetWriter } from "#app/lib/export/sheet-writer.server.ts";
import { textHeight } from "#app/lib/export/text-height.ts";
import { a4Page, newWorkbook, savedWorkbook } from "#app/lib/export/workbook.server.ts";
import type { EntryReading } from "#app/services/entry/read.server.ts";
import { type FormCellModel, type FormTable, formColumnKinds, formTable } from "./form-table.ts";

/** In characters of half width; a kanji takes two. */
const widths: Record<FormColumn, number> = {
  ...{ number: 14, goal: 14, project: 20, indicator: 28, unit: 14, period: 11 },
  ...{ before: 15, target: 13, first: 16, second: 14, quality: 10, note: 28, state: 9, version: 5 },
};

const asked = { type: "pattern", pattern: "solid", fgColor: { argb: "FFFFF9DB" } } as const;
const small = {
  name: "BIZ UDPGothic",
  family: 2,
  charset: 128,
  size: 8,
  color: { argb: "FF767676" },
};

/** The highest row that Excel knows, in points, with a little left over. */
const highestRow = 400;
/** General shows what was typed as it was typed; beyond so many signs it would round what it shows. */
const longestGeneral = 11;

/**
 * A round as a form to be filled in with Excel: only what is asked can be typed into, lists offer what
 * is accepted, and it says for whom and of what it is, so that it finds its way back.
 */
export async function renderForm(entry: EntryReading): Promise<Uint8Array> {
  const table = formTable(entry);
  const title = `${entry.title}　回答様式`;
  const file = await newWorkbook(title);
  const sheet = file.addWorksheet("様式", a4Page(title, true));
  const writer = new SheetWriter(
    sheet,
    table.columns.map((column) => widths[column]),
  );
  writer.line(title, looks.title);
  for (const line of headingOf(entry)) writer.line(line, looks.line);
  const row = sheet.addRow([formIdLabel, table.id]);
  row.getCell(1).style = looks.name;
  row.getCell(2).style = { font: looks.line.font };
  const head = writeTable(sheet, table, row.number + 2);
  sheet.pageSetup.printTitlesRow = `${head}:${head}`;
  sheet.views = [{ state: "frozen", ySplit: head, showGridLines: false }];
  // Without a password: it keeps slips of the hand away, not people.
  await sheet.protect("", { formatColumns: true, formatRows: true, autoFilter: true });

  const guide = new SheetWriter(file.addWorksheet("記入のしかた", a4Page(title, false)), [88]);
  guide.line("記入のしかた", looks.title);
  formGuide.forEach((line, index) => {
    guide.line(`${index + 1}　${line}`, looks.line);
  });
  return savedWorkbook(file);
}

function headingOf({ plan, fy, membership, dueOn, instructions }: EntryReading): string[] {
  return [
    `${plan.name}　${fiscalYearLabel(fy)}実績　　回答団体：${membership.shortName}　　回答期限：${dayText(dueOn)}`,
    "回答欄（色のついたセル）だけに入力してください。分からない数値は0とせず、区分で「調査中」などを選択してください。",
    ...(instructions === "" ? [] : [instructions]),
  ];
}

/** Answers the row of the head. */
function writeTable(sheet: Worksheet, { columns, rows }: FormTable, first: number): number {
  columns.forEach((column, index) => {
    const cell = sheet.getCell(first, index + 1);
    cell.value = formHeadings[column][0];
    cell.style = looks.head;
    const prompt = formPrompts[column];
    if (prompt) cell.dataValidation = promptOf(prompt);
  });
  sheet.getRow(first).height = 30;
  rows.forEach(({ cells, open }, index) => {
    const row = sheet.getRow(first + 1 + index);
    const heights = columns.map((column, position) => {
      const cell = row.getCell(position + 1);
      writeCell(cell, column, cells[column], open);
      return textHeight(String(cell.value ?? ""), widths[column], 10);
    });
    row.height = Math.min(highestRow, Math.max(...heights));
  });
  sheet.autoFilter = {
    from: { row: first, column: 1 },
    to: { row: first + rows.length, column: columns.length },
  };
  return first;
}

function writeCell(
  target: Cell,
  column: FormColumn,
  { cell, field }: FormCellModel,
  open: boolean,
): void {
  const value = cellValue(cell, { kind: formColumnKinds[column], header: formHeadings[column][0] });
  const isFigure = field === "value" || field === "numerator" || field === "denominator";
  const isNumber = value.kind === "number";
  const words = value.kind === "words" ? harmlessText(value.words) : "";
  target.value = isNumber ? Number(value.decimal) : words === "" ? null : words;
  const look = cellLook(value, isFigure || isNumber ? "figure" : "text", false);
  const typed = isFigure && (!isNumber || value.decimal.length <= longestGeneral);
  target.style = {
    ...look,
    ...(typed ? { numFmt: "General" } : {}),
    ...(column === "version" ? { font: small } : {}),
    ...(field && open ? { fill: asked, protection: { locked: false } } : {}),
  };
  if (field === "quality")
    target.dataValidation = listOf(qualities.map((each) => qualityWords[each]));
  if (field === "reached") target.dataValidation = listOf(Object.values(reachedWords));
}

function listOf(words: readonly string[]): DataValidation {
  return {
    type: "list",
    allowBlank: true,
    formulae: [`"${words.join(",")}"`],
    showErrorMessage: true,
    errorTitle: "一覧から選択してください",
    error: `${words.map((word) => `「${word}」`).join("")}のいずれかを選択してください。`,
  };
}

/** Words that appear when a head is selected; it takes anything, for nothing is typed there. */
function promptOf(prompt: string): DataValidation {
  return { type: "custom", formulae: ["TRUE"], showInputMessage: true, prompt };
}
