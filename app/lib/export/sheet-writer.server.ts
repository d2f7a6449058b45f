import type { Worksheet } from "exceljs";
import { type CellValue, cellValue } from "./cell-value.ts";
import { harmlessText } from "./harmless-text.ts";
import { type Span, spansOn } from "./sheet-grid.ts";
import { cellLook, type Look, looks } from "./sheet-style.ts";
import type { Block, Cells } from "./table-model.ts";
import { textHeight } from "./text-height.ts";

/** The highest row that Excel knows, in points, with a little left over. */
const highestRow = 400;

type Written = { span: Span; value: string | number; look: Look };

/** Writes a sheet from top to bottom on a grid of column widths. */
export class SheetWriter {
  readonly #sheet: Worksheet;
  readonly #grid: readonly number[];
  /** The last row written. */
  #row = 0;

  constructor(sheet: Worksheet, grid: readonly number[]) {
    this.#sheet = sheet;
    this.#grid = grid;
    grid.forEach((width, index) => {
      sheet.getColumn(index + 1).width = width;
    });
  }

  gap(): void {
    this.#row += 1;
  }

  /** A line of text over the whole width. */
  line(text: string, look: Look): void {
    const span = { from: 1, to: Math.max(1, this.#grid.length) };
    this.#write([{ span, value: harmlessText(text), look }]);
  }

  /** A table; answers the row of its head, or null when it has none. */
  block(block: Block): number | null {
    const { columns } = block;
    const spans = spansOn(this.#grid, columns);
    const whole = { from: 1, to: spans.at(-1)?.to ?? 1 };
    if (block.caption !== undefined) this.line(block.caption, looks.caption);
    let head: number | null = null;
    if (columns.some(({ header }) => header !== "")) {
      head = this.#row + 1;
      this.#write(
        columns.map(({ header }, index) => ({
          span: spans[index] ?? whole,
          value: harmlessText(header),
          look: looks.head,
        })),
      );
    }
    const cells = (row: Cells, isTotal: boolean) =>
      this.#write(
        columns.map((column, index) => {
          const value = cellValue(row[index] ?? null, column);
          const isName = head === null && index === 0;
          const look = isName ? looks.name : cellLook(value, column.kind, isTotal);
          return { span: spans[index] ?? whole, value: written(value), look };
        }),
      );
    for (const row of block.rows) {
      if ("heading" in row)
        this.#write([{ span: whole, value: harmlessText(row.heading), look: looks.group }]);
      else cells(row, false);
    }
    for (const row of block.totals ?? []) cells(row, true);
    return head;
  }

  #write(cells: readonly Written[]): void {
    const heights = cells.map(({ span, value, look }) =>
      textHeight(
        typeof value === "string" && look.alignment?.wrapText ? value : "",
        this.#width(span),
        look.font?.size ?? 10,
      ),
    );
    const height = Math.max(...heights);
    // A text higher than the highest row takes several rows, joined.
    const rows = Math.ceil(height / highestRow);
    const first = this.#row + 1;
    const last = this.#row + rows;
    for (const { span, value, look } of cells) {
      const cell = this.#sheet.getCell(first, span.from);
      cell.value = value;
      // Before joining: the joined cells take it over, and with it their borders.
      cell.style = look;
      if (span.to > span.from || last > first) {
        this.#sheet.mergeCells(first, span.from, last, span.to);
      }
    }
    for (let row = first; row <= last; row += 1) this.#sheet.getRow(row).height = height / rows;
    this.#row = last;
  }

  #width({ from, to }: Span): number {
    return this.#grid.slice(from - 1, to).reduce((sum, width) => sum + width, 0);
  }
}

function written(value: CellValue): string | number {
  if (value.kind === "words") return harmlessText(value.words);
  return Number(value.kind === "rate" ? value.ratio : value.decimal);
}
