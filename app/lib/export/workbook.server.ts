import type { AddWorksheetOptions, Workbook as ExcelWorkbook, Worksheet } from "exceljs";
import { productName } from "#app/site/name.ts";
import { harmlessText } from "./harmless-text.ts";
import { gridOf } from "./sheet-grid.ts";
import { sheetNames } from "./sheet-name.ts";
import { looks } from "./sheet-style.ts";
import { SheetWriter } from "./sheet-writer.server.ts";
import type { Sheet, Workbook } from "./table-model.ts";
import { withoutZipDates } from "./zip-dates.ts";

/** A file's date would tell when somebody asked, and make two equal files differ. */
const noDate = new Date(Date.UTC(2000, 0, 1));
const a4 = 9;
/** What `@page` in app.css leaves free, in inches. */
const margins = { left: 0.51, right: 0.51, top: 0.55, bottom: 0.59, header: 0.3, footer: 0.3 };
/** A head higher than this would leave no room on a screen for what scrolls under it. */
const highestFrozen = 12;

/**
 * Writes a workbook for Excel: exact numbers with the digits the pages show, ▲ for negatives, － for
 * what is missing, ready to print on A4. The same workbook gives the same bytes.
 */
export async function renderWorkbook(workbook: Workbook): Promise<Uint8Array> {
  const file = await newWorkbook(workbook.title);
  const names = sheetNames(workbook.sheets.map(({ name }) => name));
  workbook.sheets.forEach((sheet, index) => {
    const page = a4Page(workbook.title, sheet.landscape ?? false);
    writeSheet(file.addWorksheet(names[index], page), sheet);
  });
  return savedWorkbook(file);
}

/** An empty workbook of ours. */
export async function newWorkbook(title: string): Promise<ExcelWorkbook> {
  const { default: exceljs } = await import("exceljs");
  const file = new exceljs.Workbook();
  file.title = title;
  file.creator = productName;
  file.lastModifiedBy = productName;
  file.created = noDate;
  file.modified = noDate;
  return file;
}

/** A sheet that prints on A4, as wide as the paper, with the title and the pages at its foot. */
export function a4Page(title: string, landscape: boolean): Partial<AddWorksheetOptions> {
  return {
    pageSetup: {
      paperSize: a4,
      orientation: landscape ? "landscape" : "portrait",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins,
    },
    headerFooter: { oddFooter: footer(title) },
  };
}

/** The file. The same workbook gives the same bytes. */
export async function savedWorkbook(file: ExcelWorkbook): Promise<Uint8Array> {
  const bytes = await file.xlsx.writeBuffer();
  return withoutZipDates(new Uint8Array(bytes as ArrayBuffer));
}

function writeSheet(target: Worksheet, sheet: Sheet): void {
  const writer = new SheetWriter(target, gridOf(sheet.blocks.map(({ columns }) => columns)));
  sheet.heading.forEach((line, index) => {
    writer.line(line, index === 0 ? looks.title : looks.line);
  });
  const heads = sheet.blocks.map((block) => {
    writer.gap();
    return writer.block(block);
  });
  if (sheet.notes?.length) writer.gap();
  for (const note of sheet.notes ?? []) writer.line(note, looks.note);

  // One table keeps its head in sight and on every sheet; over several, only the title fits all.
  const only = heads.length === 1 ? (heads[0] ?? null) : null;
  const repeated = only ?? (sheet.heading.length > 0 ? 1 : null);
  if (repeated !== null) target.pageSetup.printTitlesRow = `${repeated}:${repeated}`;
  target.views =
    only !== null && only <= highestFrozen
      ? [{ state: "frozen", ySplit: only, showGridLines: false }]
      : [{ state: "normal", showGridLines: false }];
}

/** The title at the left, page and pages at the right; `&` introduces a command there. */
function footer(title: string): string {
  // Excel allows 255 characters in all.
  const words = harmlessText(title).slice(0, 100).replaceAll("&", "&&");
  return `&L&9${words}&R&9&P / &N`;
}
