import { isoText, numberText } from "#app/domain/import/cell-text.ts";
import { percentage, shapeOfShown } from "#app/domain/import/number-format.ts";
import { UnreadableTable } from "./problem.ts";
import type { RowSink } from "./row-sink.ts";
import { type Attributes, attribute, readXml } from "./xml.ts";
import { ZipParts } from "./zip-parts.server.ts";

/** What stands at a cell without being in it: comments, drawings, furigana. */
const beside = new Set(["annotation", "ruby-text", "frame", "custom-shape", "line", "g", "shapes"]);

/** Reads the sheets of an OpenDocument spreadsheet as it is unpacked. */
export async function readOds(bytes: Uint8Array, sink: RowSink): Promise<void> {
  const parts = new ZipParts(bytes);
  if (await isEncrypted(parts)) throw new UnreadableTable("protected");
  const reading = new OdsReading(sink);
  await readXml(parts.read("content.xml"), {
    open: (name, attributes) => reading.open(name, attributes),
    text: (text) => reading.text(text),
    close: (name) => reading.close(name),
    pause: () => sink.flush(),
  });
}

async function isEncrypted(parts: ZipParts): Promise<boolean> {
  let encrypted = false;
  if (parts.has("META-INF/manifest.xml"))
    await readXml(parts.read("META-INF/manifest.xml"), {
      open: (name) => {
        encrypted ||= name === "encryption-data";
      },
    });
  return encrypted;
}

class OdsReading {
  readonly #sink: RowSink;
  #sheet: string | null = null;
  /** Elements open inside one that is left out. */
  #beside = 0;
  #row = 0;
  #rowRepeats = 1;
  #cells: string[] = [];
  #column = 0;
  #cell: Attributes | null = null;
  #lines: string[] = [];
  #inLine = false;

  constructor(sink: RowSink) {
    this.#sink = sink;
  }

  open(name: string, attributes: Attributes): void {
    if (this.#beside > 0 || (this.#sheet !== null && beside.has(name))) {
      this.#beside += 1;
    } else if (name === "table" && this.#sheet === null) {
      const name = attribute(attributes, "name");
      this.#sheet = name !== undefined && this.#sink.wants(name) ? name : null;
      this.#row = 0;
    } else if (this.#sheet === null) {
      return;
    } else if (name === "table-source") {
      // What is kept of another file's sheet is no sheet of this one.
      this.#sheet = null;
    } else if (name === "table-row") {
      this.#rowRepeats = repeats(attributes, "number-rows-repeated");
      this.#cells = [];
      this.#column = 0;
    } else if (name === "table-cell" || name === "covered-table-cell") {
      this.#cell = attributes;
      this.#lines = [];
    } else if (name === "p" && this.#cell !== null) {
      this.#lines.push("");
      this.#inLine = true;
    } else if (name === "s") this.#write(" ".repeat(Math.min(repeats(attributes, "c"), 1000)));
    else if (name === "tab") this.#write("\t");
    else if (name === "line-break") this.#write("\n");
  }

  text(text: string): void {
    if (this.#beside === 0) this.#write(text.replace(/[ \t\r\n]+/g, " "));
  }

  close(name: string): void {
    if (this.#beside > 0) this.#beside -= 1;
    else if (name === "table") this.#sheet = null;
    else if (this.#sheet === null) return;
    else if (name === "p") this.#inLine = false;
    else if (name === "table-row") this.#endRow(this.#sheet);
    // What a merged cell covers nobody sees.
    else if (name === "covered-table-cell") this.#endCell("");
    else if (name === "table-cell") this.#endCell(this.#content());
  }

  #write(text: string): void {
    const line = this.#lines.length - 1;
    if (this.#inLine && line >= 0) this.#lines[line] += text;
  }

  #endCell(text: string): void {
    const count = repeats(this.#cell ?? {}, "number-columns-repeated");
    if (text !== "") {
      if (this.#column + count > this.#sink.columns) throw new UnreadableTable("too_many_columns");
      this.#cells.length = this.#column;
      for (let each = 0; each < count; each++) this.#cells.push(text);
    }
    this.#column += count;
    this.#cell = null;
  }

  #endRow(sheet: string): void {
    if (this.#cells.length === 0) this.#row += this.#rowRepeats;
    else
      for (let each = 0; each < this.#rowRepeats; each++) {
        this.#row += 1;
        this.#sink.add(sheet, this.#row, this.#cells);
      }
  }

  #content(): string {
    const cell = this.#cell ?? {};
    const text = this.#lines.join("\n");
    const value = attribute(cell, "value");
    const type = cell["office:value-type"];
    // An error is a text to OpenDocument; LibreOffice says beside it what it is.
    if (cell["calcext:value-type"] === "error") return text;
    if (type === "percentage" && value !== undefined) return numberText(value, percentage, false);
    if ((type === "float" || type === "currency") && value !== undefined)
      return isTruth(text) ? text : numberText(value, shapeOfShown(value, text), false);
    if (type === "date") return isoText(attribute(cell, "date-value") ?? text);
    if (type === "time") return clockText(attribute(cell, "time-value") ?? text);
    if (type === "boolean") return attribute(cell, "boolean-value") === "true" ? "TRUE" : "FALSE";
    if (type === undefined && attribute(cell, "formula") !== undefined && text === "")
      return attribute(cell, "formula") ?? "";
    return attribute(cell, "string-value") ?? text;
  }
}

/** The result of a formula that is true or false is the number 1 or 0, and shown as a word. */
function isTruth(text: string): boolean {
  return text === "TRUE" || text === "FALSE";
}

/** 「PT09H30M00S」 as 「09:30:00」. */
function clockText(duration: string): string {
  const [, hours, minutes, seconds] = /^PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S$/.exec(duration) ?? [];
  return hours === undefined ? duration : `${hours}:${minutes}:${seconds}`;
}

function repeats(attributes: Attributes, name: string): number {
  const count = Number(attribute(attributes, name) ?? 1);
  if (!Number.isSafeInteger(count) || count < 1) throw new UnreadableTable("unreadable");
  return count;
}
