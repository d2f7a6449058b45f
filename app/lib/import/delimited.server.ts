import { Readable } from "node:stream";
import { parse } from "csv-parse";
import { checkText } from "#app/domain/attachment/text.ts";
import { UnreadableTable } from "./problem.ts";
import type { RowSink } from "./row-sink.ts";

const sampleCharacters = 65_536;
const pieceCharacters = 16_384;

/** Reads CSV, TSV or a text with semicolons. A row is a record: a line break in quotes begins none. */
export async function readDelimited(bytes: Uint8Array, sink: RowSink): Promise<void> {
  const text = textOfTable(bytes);
  if (!sink.wants("")) return;
  const parser = parse({
    delimiter: delimiterOf(text),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
  });
  let row = 0;
  for await (const record of Readable.from(pieces(text)).pipe(parser)) {
    row += 1;
    sink.add(
      "",
      row,
      (record as string[]).map((cell) => cell.replace(/\r\n?/g, "\n")),
    );
    await sink.flush();
  }
}

function* pieces(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += pieceCharacters)
    yield text.slice(at, at + pieceCharacters);
}

/** The text of a file: Unicode where it is, else Shift_JIS as Windows writes it. */
function textOfTable(bytes: Uint8Array): string {
  const text = decoded(bytes, encodingByMark(bytes));
  if (text === null) throw new UnreadableTable("encoding");
  const checked = checkText(new TextEncoder().encode(text));
  // ESC is how ISO-2022-JP, an encoding of mail, changes between kinds of letters.
  if (checked !== null) throw new UnreadableTable(text.includes("\u001b$") ? "encoding" : "type");
  return text;
}

function encodingByMark([first, second]: Uint8Array): string | null {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : null;
}

function decoded(bytes: Uint8Array, marked: string | null): string | null {
  if (marked !== null) return strictly(marked, bytes);
  const unicode = strictly("utf-8", bytes);
  if (unicode !== null) return unicode;
  const text = strictly("shift_jis", bytes);
  // EUC-JP can pass for Shift_JIS as half-width katakana. Nobody can tell; nobody should guess.
  const isDoubtful = text !== null && /[\uff61-\uff9f]/.test(text);
  return isDoubtful && strictly("euc-jp", bytes) !== null ? null : text;
}

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** What parts the cells: a tab where most lines have one, else the more frequent of ; and , */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, sampleCharacters)
    .replace(/"(?:[^"]|"")*"?/g, "")
    .split(/\r\n?|\n/)
    .filter((line) => line !== "")
    .slice(0, 20);
  const count = (mark: string) => lines.reduce((sum, line) => sum + line.split(mark).length - 1, 0);
  if (lines.filter((line) => line.includes("\t")).length * 2 > lines.length) return "\t";
  return count(";") > count(",") ? ";" : ",";
}
