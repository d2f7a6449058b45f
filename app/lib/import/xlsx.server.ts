import { isoText, numberText } from "#app/domain/import/cell-text.ts";
import { UnreadableTable } from "./problem.ts";
import type { RowSink } from "./row-sink.ts";
import {
  readXlsxBook,
  StringReading,
  shapeOfStyle,
  unescaped,
  type XlsxBook,
} from "./xlsx-book.server.ts";
import { type Attributes, readXml } from "./xml.ts";
import { ZipParts } from "./zip-parts.server.ts";

const mostColumns = 16_384;

/** Reads the sheets of an Excel workbook as they are unpacked; nothing but a row is ever kept. */
export async function readXlsx(bytes: Uint8Array, sink: RowSink): Promise<void> {
  const parts = new ZipParts(bytes);
  const book = await readXlsxBook(parts);
  for (const sheet of book.sheets.filter(({ name }) => sink.wants(name)))
    await readSheet(parts, sheet, book, sink);
}

async function readSheet(
  parts: ZipParts,
  sheet: XlsxBook["sheets"][number],
  book: XlsxBook,
  sink: RowSink,
): Promise<void> {
  let inData = false;
  let row = 0;
  let cells: string[] = [];
  let cell = noCell;
  await readXml(parts.read(sheet.part), {
    open: (name, attributes) => {
      if (name === "sheetData") inData = true;
      if (!inData) return;
      if (name === "row") {
        row = attributes.r === undefined ? row + 1 : wholeNumber(attributes.r);
        cells = [];
        cell = noCell;
      } else if (name === "c") cell = new Cell(attributes, cell.column);
      else cell.open(name);
    },
    text: (text) => {
      if (inData) cell.text(text);
    },
    close: (name) => {
      if (!inData) return;
      if (name === "sheetData") inData = false;
      else if (name === "row") sink.add(sheet.name, row, cells);
      else if (name === "c") {
        const text = cell.content(book);
        if (text !== "") cells[columnIndex(cell.column, sink)] = text;
      } else cell.close(name);
    },
    pause: () => sink.flush(),
  });
}

/** One cell as it goes by. */
class Cell {
  readonly column: number;
  readonly #type: string;
  readonly #style: string | undefined;
  readonly #inline = new StringReading();
  #within: "v" | "f" | "is" | null = null;
  #value = "";
  #formula: string | null = null;

  constructor({ r, t = "n", s }: Attributes, previous: number) {
    this.column = r === undefined ? previous + 1 : columnOf(r);
    this.#type = t;
    this.#style = s;
  }

  open(name: string): void {
    if (name === "f") this.#formula = "";
    if (name === "v" || name === "f" || name === "is") this.#within = name;
    else if (this.#within === "is") this.#inline.open(name);
  }

  text(text: string): void {
    if (this.#within === "v") this.#value += text;
    else if (this.#within === "f") this.#formula = (this.#formula ?? "") + text;
    else if (this.#within === "is") this.#inline.text(text);
  }

  close(name: string): void {
    if (name === this.#within) this.#within = null;
    else if (this.#within === "is") this.#inline.close(name);
  }

  /** What a person would type for it. A formula that was never computed is shown as one, not as nothing. */
  content(book: XlsxBook): string {
    if (this.#type === "inlineStr") return this.#inline.end();
    if (this.#type === "str") return unescaped(this.#value);
    if (this.#value === "") return this.#formula === null ? "" : `=${this.#formula}`;
    if (this.#type === "s") {
      const text = book.strings[wholeNumber(this.#value)];
      if (text === undefined) throw new UnreadableTable("unreadable");
      return text;
    }
    if (this.#type === "b") return /^(?:1|true)$/.test(this.#value) ? "TRUE" : "FALSE";
    if (this.#type === "d") return isoText(this.#value);
    if (this.#type === "e") return this.#value;
    return numberText(this.#value, shapeOfStyle(book, this.#style), book.from1904);
  }
}

/** What stands before the first cell of a row. */
const noCell = new Cell({}, -1);

function columnIndex(column: number, sink: RowSink): number {
  if (column > sink.columns) throw new UnreadableTable("too_many_columns");
  return column - 1;
}

function columnOf(address: string): number {
  let column = 0;
  for (let at = 0; at < address.length; at++) {
    const letter = address.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  if (column < 1 || column > mostColumns) throw new UnreadableTable("unreadable");
  return column;
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new UnreadableTable("unreadable");
  return number;
}
