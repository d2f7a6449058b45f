import { type CellObject, read, type WorkBook } from "@e965/xlsx";
import { numberText } from "#app/domain/import/cell-text.ts";
import { shapeOfFormat } from "#app/domain/import/number-format.ts";
import { UnreadableTable } from "./problem.ts";
import type { RowSink } from "./row-sink.ts";

const errors: Record<number, string> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
};

/** Reads the sheets of a workbook of Excel 97–2003. It knows no compression, so it is held whole. */
export async function readXls(bytes: Uint8Array, sink: RowSink): Promise<void> {
  const book = opened(bytes);
  const from1904 = book.Workbook?.WBProps?.date1904 === true;
  for (const name of book.SheetNames.filter((each) => sink.wants(each))) {
    // Holes where nothing stands: neither every row nor every cell is there.
    const rows: (CellObject[] | undefined)[] = book.Sheets[name]?.["!data"] ?? [];
    for (const [index, row] of rows.entries()) {
      const cells = Array.from(row ?? [], (cell?: CellObject) => cell && textOf(cell, from1904));
      sink.add(name, index + 1, cells);
      await sink.flush();
    }
  }
}

function opened(bytes: Uint8Array): WorkBook {
  const options = { dense: true, UTC: true, cellNF: true, cellText: false, cellHTML: false };
  try {
    return read(bytes, { type: "array", ...options });
  } catch (error) {
    const isProtected = /^File is password-protected/.test((error as Error).message);
    throw new UnreadableTable(isProtected ? "protected" : "unreadable");
  }
}

/** Why a file of the old kind is none that can be read, by the names of the streams in it. */
export function checkXls(bytes: Uint8Array): void {
  const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (stream: string) => names.includes(Buffer.from(stream, "utf16le"));
  // A newer workbook with a password is kept in a container of the old kind.
  if (has("EncryptedPackage")) throw new UnreadableTable("protected");
  if (!has("Workbook") && !has("Book\0")) throw new UnreadableTable("type");
  if (has("_VBA_PROJECT")) throw new UnreadableTable("macros");
}

function textOf(cell: CellObject, from1904: boolean): string {
  const isResult = cell.f !== undefined;
  // LibreOffice writes 0 for a formula whose result is a text: what may be 調査中 is never read as 0.
  if (isResult && cell.t === "n" && cell.v === 0) return `=${cell.f}`;
  if (cell.t === "z" || cell.v === undefined) return isResult ? `=${cell.f}` : "";
  if (cell.t === "b") return cell.v === true ? "TRUE" : "FALSE";
  if (cell.t === "e") return errors[Number(cell.v)] ?? "#N/A";
  if (cell.t === "n") return numberText(String(cell.v), shapeOfFormat(`${cell.z ?? ""}`), from1904);
  return String(cell.v).replace(/\r\n?/g, "\n");
}
