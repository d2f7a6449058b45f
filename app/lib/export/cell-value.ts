import { type Decimal, exact, toDecimal } from "#app/domain/figure/exact.ts";
import { formatFigure } from "#app/domain/figure/format.ts";
import { fiscalYearLabel } from "#app/domain/fiscal-year/fiscal-year.ts";
import type { Cell, Column } from "./table-model.ts";

/** What a table program is given: words, or a number with the digits that are to be seen. */
export type CellValue =
  | { kind: "words"; words: string }
  | { kind: "number"; decimal: Decimal; places: number }
  /** `percent` is the rate as people read it: "91.3" of a ratio of 0.9129. */
  | { kind: "rate"; ratio: Decimal; percent: Decimal; places: number };

const nothing = "－";
/** Of achievement rates people read one digit after the point. */
const ratePlaces = 1;
/** Table programs compute with binary floats, which keep this many digits of a decimal. */
const longestNumber = 15;

/**
 * Reads a cell by its column's kind. A figure of more digits than a table program keeps becomes
 * words, because rounding it silently would be another figure.
 * Throws RangeError for a figure that is no decimal, and TypeError for a cell of another kind.
 */
export function cellValue(
  cell: Cell,
  { kind, header }: Pick<Column, "kind" | "header">,
): CellValue {
  if (cell === null) return wordsOf(kind === "text" ? "" : nothing);
  if (typeof cell === "object") return wordsOf(cell.words);
  if (kind === "year") {
    if (typeof cell !== "number") throw new TypeError(`No year in 「${header}」`);
    return wordsOf(fiscalYearLabel(cell));
  }
  if (typeof cell !== "string") throw new TypeError(`A float in 「${header}」`);
  if (kind === "figure") {
    exact(cell);
    if (digitsOf(cell) > longestNumber) return wordsOf(formatFigure(cell));
    return { kind: "number", decimal: cell, places: placesOf(cell) };
  }
  if (kind === "rate") {
    const percent = toDecimal(exact(cell).mul(100n), ratePlaces);
    return { kind: "rate", ratio: toDecimal(exact(cell)), percent, places: placesOf(percent) };
  }
  return wordsOf(cell);
}

function wordsOf(words: string): CellValue {
  return { kind: "words", words };
}

function placesOf(decimal: Decimal): number {
  return decimal.split(".")[1]?.length ?? 0;
}

function digitsOf(decimal: Decimal): number {
  return decimal.replace(/[-.]/g, "").replace(/^0+/, "").length;
}
