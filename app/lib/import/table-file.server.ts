import { startsWith } from "#app/domain/attachment/bytes.ts";
import { checkOdf, checkOoxml } from "#app/domain/attachment/office.ts";
import { readZip } from "#app/domain/attachment/zip.ts";
import { readDelimited } from "./delimited.server.ts";
import { readOds } from "./ods.server.ts";
import { UnreadableTable } from "./problem.ts";
import type { RowSink } from "./row-sink.ts";
import { checkXls, readXls } from "./xls.server.ts";
import { readXlsx } from "./xlsx.server.ts";

/** More than any file that a form takes. */
const mostBytes = 64 * 1024 * 1024;

/** Reads a file by what it is, not by what it is called. Throws UnreadableTable and nothing else. */
export async function readTableFile(bytes: Uint8Array, sink: RowSink): Promise<void> {
  try {
    await readerOf(bytes)(bytes, sink);
    await sink.flush(true);
  } catch (error) {
    // Whatever a library makes of a damaged file, to its sender it is one that cannot be read.
    throw error instanceof UnreadableTable ? error : new UnreadableTable("unreadable");
  }
  if (sink.rows === 0 && sink.wantsAll) throw new UnreadableTable("empty");
}

function readerOf(bytes: Uint8Array): (bytes: Uint8Array, sink: RowSink) => Promise<void> {
  if (bytes.length === 0) throw new UnreadableTable("empty");
  if (bytes.length > mostBytes) throw new UnreadableTable("too_large");
  if (startsWith(bytes, "PK\x03\x04")) return zipReader(bytes);
  if (!startsWith(bytes, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) return readDelimited;
  checkXls(bytes);
  return readXls;
}

/** Which of the two kinds in a zip it is, before anything is unpacked. */
function zipReader(bytes: Uint8Array): typeof readXlsx {
  const entries = readZip(bytes);
  if (entries === null) throw new UnreadableTable("unreadable");
  const isOpen = startsWith(bytes, "mimetypeapplication/vnd.oasis.opendocument.spreadsheet", 30);
  if (isOpen && entries.some(({ name }) => name === "encrypted-package"))
    throw new UnreadableTable("protected");
  const refused = isOpen ? checkOdf("ods", bytes) : checkOoxml("xlsx", bytes);
  if (refused === "attachment.macros") throw new UnreadableTable("macros");
  if (refused !== null) throw new UnreadableTable("type");
  return isOpen ? readOds : readXlsx;
}
