import {
  type NumberShape,
  plainNumber,
  shapeOfBuiltIn,
  shapeOfFormat,
} from "#app/domain/import/number-format.ts";
import { UnreadableTable } from "./problem.ts";
import { attribute, readXml } from "./xml.ts";
import type { ZipParts } from "./zip-parts.server.ts";

/** What a workbook says of its sheets, and what their cells refer to. */
export type XlsxBook = {
  /** In the order of the tabs, the hidden ones among them. */
  sheets: { name: string; part: string }[];
  strings: string[];
  /** By the number of a cell's style. */
  shapes: NumberShape[];
  from1904: boolean;
};

type Relation = { type: string; part: string };

/** Reads everything of a workbook but its sheets. */
export async function readXlsxBook(parts: ZipParts): Promise<XlsxBook> {
  const root = await relations(parts, "");
  const main = [...root.values()].find(({ type }) => type === "officeDocument")?.part;
  if (main === undefined || !parts.has(main)) throw new UnreadableTable("unreadable");
  const related = await relations(parts, main);
  const part = (wanted: string) =>
    [...related.values()].find(({ type }) => type === wanted)?.part ?? "";

  const sheets: XlsxBook["sheets"] = [];
  let from1904 = false;
  await readXml(parts.read(main), {
    open: (name, attributes) => {
      if (name === "workbookPr") from1904 = /^(?:1|true|on)$/.test(attributes.date1904 ?? "");
      if (name !== "sheet") return;
      const sheet = related.get(attribute(attributes, "id") ?? "");
      // Sheets that hold a chart and nothing else have no rows.
      if (sheet?.type !== "worksheet") return;
      sheets.push({ name: attributes.name ?? "", part: sheet.part });
    },
  });
  return {
    sheets,
    from1904,
    strings: await sharedStrings(parts, part("sharedStrings")),
    shapes: await cellShapes(parts, part("styles")),
  };
}

/** What a part refers to, by the ids it uses. Paths may be absolute or begin beside the part. */
async function relations(parts: ZipParts, of: string): Promise<Map<string, Relation>> {
  const folder = of.slice(0, of.lastIndexOf("/") + 1);
  const found = new Map<string, Relation>();
  const list = `${folder}_rels/${of.slice(folder.length)}.rels`;
  if (!parts.has(list)) throw new UnreadableTable("unreadable");
  await readXml(parts.read(list), {
    open: (name, { Id = "", Type = "", Target = "", TargetMode }) => {
      if (name !== "Relationship" || TargetMode === "External") return;
      const { pathname } = new URL(Target, `zip://-/${folder}`);
      const part = decodeURIComponent(pathname).replace(/^\/+/, "");
      found.set(Id, { type: Type.slice(Type.lastIndexOf("/") + 1), part });
    },
  });
  return found;
}

/** The texts that cells share: of rich text all pieces, of furigana nothing. */
async function sharedStrings(parts: ZipParts, part: string): Promise<string[]> {
  const strings: string[] = [];
  if (!parts.has(part)) return strings;
  const reading = new StringReading();
  await readXml(parts.read(part), {
    open: (name) => {
      if (name === "si") reading.begin();
      else reading.open(name);
    },
    text: (text) => reading.text(text),
    close: (name) => {
      if (name === "si") strings.push(reading.end());
      else reading.close(name);
    },
  });
  return strings;
}

/** Gathers the text of one string, whether it stands among the shared ones or in its cell. */
export class StringReading {
  #pieces = "";
  #inText = false;
  #inFurigana = false;

  begin(): void {
    this.#pieces = "";
  }

  open(name: string): void {
    if (name === "rPh") this.#inFurigana = true;
    if (name === "t") this.#inText = !this.#inFurigana;
  }

  text(text: string): void {
    if (this.#inText) this.#pieces += text;
  }

  close(name: string): void {
    if (name === "rPh") this.#inFurigana = false;
    if (name === "t") this.#inText = false;
  }

  end(): string {
    return unescaped(this.#pieces);
  }
}

/** Without the writing `_x000D_` of characters that XML has no place for; line ends as \n. */
export function unescaped(text: string): string {
  const plain = text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
  return plain.includes("\r") ? plain.replace(/\r\n?/g, "\n") : plain;
}

/** How the numbers of each cell style are shown. */
async function cellShapes(parts: ZipParts, part: string): Promise<NumberShape[]> {
  const shapes: NumberShape[] = [];
  if (!parts.has(part)) return shapes;
  const formats = new Map<number, NumberShape>();
  let inCells = false;
  await readXml(parts.read(part), {
    open: (name, { numFmtId = "0", formatCode = "" }) => {
      if (name === "numFmt") formats.set(Number(numFmtId), shapeOfFormat(formatCode));
      if (name === "cellXfs") inCells = true;
      if (name === "xf" && inCells)
        shapes.push(formats.get(Number(numFmtId)) ?? shapeOfBuiltIn(Number(numFmtId)));
    },
    close: (name) => {
      if (name === "cellXfs") inCells = false;
    },
  });
  return shapes;
}

/** The shape of a cell's style; a workbook without styles shows plain numbers. */
export function shapeOfStyle(book: XlsxBook, style: string | undefined): NumberShape {
  return style === undefined ? plainNumber : (book.shapes[Number(style)] ?? plainNumber);
}
