import { plainWord, type TableRow } from "#app/domain/import/table.ts";
import { UnreadableTable } from "./problem.ts";

/** The rows of a sheet in Excel, whatever a file says. */
const mostRowElements = 1_048_576;
/** The characters of a cell in Excel. */
const longestCell = 32_767;
/** All characters of a file: one shared text can be named by a million cells. */
const mostCharacters = 40_000_000;
const batchRows = 500;
const batchCharacters = 500_000;

/** Takes the rows of a reading, holds them against the bounds, and hands them on in batches. */
export class RowSink {
  /** Rows with something in them. */
  rows = 0;
  readonly columns: number;
  readonly #limit: number;
  readonly #sheets: ReadonlySet<string> | null;
  readonly #send: (rows: TableRow[]) => Promise<void>;
  #batch: TableRow[] = [];
  #batchCharacters = 0;
  #characters = 0;

  constructor(
    limits: { rows: number; columns: number; sheets?: readonly string[] },
    send: (rows: TableRow[]) => Promise<void>,
  ) {
    this.#limit = limits.rows;
    this.columns = limits.columns;
    this.#sheets = limits.sheets ? new Set(limits.sheets.map(plainWord)) : null;
    this.#send = send;
  }

  /** Whether a sheet is read at all. */
  wants(sheet: string): boolean {
    return this.#sheets === null || this.#sheets.has(plainWord(sheet));
  }

  /** Whether there would be rows if the file had any. */
  get wantsAll(): boolean {
    return this.#sheets === null;
  }

  /** Takes a row; one with nothing in it only has to be one that a sheet can have. */
  add(sheet: string, row: number, cells: readonly (string | undefined)[]): void {
    if (row > mostRowElements) throw new UnreadableTable("too_many_rows");
    let last = cells.length;
    while (last > 0 && !cells[last - 1]) last -= 1;
    if (last === 0) return;
    if (last > this.columns) throw new UnreadableTable("too_many_columns");
    this.rows += 1;
    if (this.rows > this.#limit) throw new UnreadableTable("too_many_rows");
    const texts = Array.from({ length: last }, (_, index) => cells[index] ?? "");
    let characters = 0;
    for (const text of texts) {
      if (text.length > longestCell) throw new UnreadableTable("too_large");
      characters += text.length;
    }
    this.#characters += characters;
    if (this.#characters > mostCharacters) throw new UnreadableTable("too_large");
    this.#batchCharacters += characters;
    this.#batch.push({ sheet, row, cells: texts });
  }

  /** Hands on what has gathered, when it is a batch or when it is the last. */
  async flush(last = false): Promise<void> {
    const due = this.#batch.length >= batchRows || this.#batchCharacters >= batchCharacters;
    if (this.#batch.length === 0 || !(last || due)) return;
    const rows = this.#batch;
    this.#batch = [];
    this.#batchCharacters = 0;
    await this.#send(rows);
  }
}
