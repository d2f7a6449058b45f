import type { Alignment, Borders, Fill, Font, Style } from "exceljs";
import type { CellValue } from "./cell-value.ts";
import type { ColumnKind } from "./table-model.ts";

export type Look = Partial<Style>;

// A file names one font; where it is missing Excel takes another Japanese one by the character set.
const font: Partial<Font> = { name: "BIZ UDPGothic", family: 2, charset: 128, size: 10 };
const thin = { style: "thin", color: { argb: "FF8C8C8C" } } as const;
const borders: Partial<Borders> = { top: thin, left: thin, bottom: thin, right: thin };
const total: Partial<Borders> = { ...borders, top: { ...thin, style: "medium" } };

/** Older Excel shows ##### for longer text in a cell that is marked as text. */
const longestAsText = 255;

/** The looks of everything that is not a cell of a row. */
export const looks = {
  title: {
    font: { ...font, size: 14, bold: true },
    alignment: { wrapText: true, vertical: "top" },
  },
  line: { font, alignment: { wrapText: true, vertical: "top" } },
  note: { font: { ...font, size: 9 }, alignment: { wrapText: true, vertical: "top" } },
  caption: { font: { ...font, size: 11, bold: true }, alignment: { vertical: "middle" } },
  head: {
    font: { ...font, bold: true },
    border: borders,
    fill: solid("FFE8F1FE"),
    alignment: { horizontal: "center", vertical: "middle", wrapText: true },
  },
  /** What stands before the contents of a form. */
  name: {
    font: { ...font, bold: true },
    border: borders,
    fill: solid("FFE8F1FE"),
    alignment: { vertical: "top", wrapText: true },
    numFmt: "@",
  },
  group: {
    font: { ...font, bold: true },
    border: borders,
    fill: solid("FFF2F2F2"),
    alignment: { vertical: "middle", wrapText: true },
  },
} satisfies Record<string, Look>;

/** The look of a cell. Words are marked as text, so that Excel keeps them as such when edited. */
export function cellLook(value: CellValue, kind: ColumnKind, isTotal: boolean): Look {
  return {
    font: isTotal ? { ...font, bold: true } : font,
    border: isTotal ? total : borders,
    alignment: alignment(kind),
    numFmt: numberFormat(value),
  };
}

function alignment(kind: ColumnKind): Partial<Alignment> {
  if (kind === "figure" || kind === "rate") return { horizontal: "right", vertical: "top" };
  if (kind === "mark" || kind === "year") return { horizontal: "center", vertical: "top" };
  return { horizontal: "left", vertical: "top", wrapText: true };
}

/** Thousands separated, as many digits after the point as were written, ▲ for negatives. */
function numberFormat(value: CellValue): string {
  if (value.kind === "words") return value.words.length > longestAsText ? "General" : "@";
  const digits = `#,##0${value.places > 0 ? `.${"0".repeat(value.places)}` : ""}`;
  const shown = value.kind === "rate" ? `${digits}%` : digits;
  return `${shown};"▲"${shown}`;
}

function solid(argb: string): Fill {
  return { type: "pattern", pattern: "solid", fgColor: { argb } };
}
