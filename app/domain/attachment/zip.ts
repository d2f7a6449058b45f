import { numbersOf, startsWith, textOf } from "./bytes.ts";

/** A file in a zip as its directory says; `start` is where its own header stands. */
export type ZipEntry = { name: string; start: number; packed: number; unpacked: number };

/** More files, or more when unpacked, than any report that fits the limit on files comes to. */
const most = { entries: 5000, unpackedBytes: 300 * 1024 * 1024 };

const endLength = 22;
const encrypted = 1;

/**
 * The files of a zip by its directory, without unpacking any. Null unless the zip is the whole file,
 * from the first byte to the last, is not encrypted, has no more in it than a document has, and
 * every file has a place and a name of its own below the root.
 */
export function readZip(bytes: Uint8Array): ZipEntry[] | null {
  const end = bytes.length - endLength;
  if (end < 0 || !startsWith(bytes, "PK\x03\x04") || !startsWith(bytes, "PK\x05\x06", end))
    return null;
  const numbers = numbersOf(bytes);
  const count = numbers.getUint16(end + 10, true);
  const directory = numbers.getUint32(end + 16, true);
  const isWhole =
    numbers.getUint16(end + 8, true) === count &&
    directory + numbers.getUint32(end + 12, true) === end;
  if (!isWhole || count === 0 || count > most.entries) return null;
  const entries: ZipEntry[] = [];
  let at = directory;
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || !startsWith(bytes, "PK\x01\x02", at)) return null;
    const nameLength = numbers.getUint16(at + 28, true);
    const name = textOf(bytes, at + 46, at + 46 + nameLength);
    if (numbers.getUint16(at + 8, true) & encrypted || !isPlainPath(name)) return null;
    entries.push({
      name,
      start: numbers.getUint32(at + 42, true),
      packed: numbers.getUint32(at + 20, true),
      unpacked: numbers.getUint32(at + 24, true),
    });
    at += 46 + nameLength + numbers.getUint16(at + 30, true) + numbers.getUint16(at + 32, true);
  }
  return at === end && isModest(entries) && liesApart(bytes, entries, directory) ? entries : null;
}

/** Whether a zip ends where the file ends: what it is behind another kind of file, or called another. */
export function endsAsZip(bytes: Uint8Array): boolean {
  const from = Math.max(0, bytes.length - endLength - 0xffff);
  for (let at = bytes.length - endLength; at >= from; at--) {
    if (bytes[at] !== 0x50 || !startsWith(bytes, "PK\x05\x06", at)) continue;
    if (at + endLength + numbersOf(bytes).getUint16(at + 20, true) === bytes.length) return true;
  }
  return false;
}

function isPlainPath(name: string): boolean {
  const parts = name.split("/");
  return name !== "" && !/[\\:\p{Cc}]/u.test(name) && !parts.includes("..") && parts[0] !== "";
}

function isModest(entries: readonly ZipEntry[]): boolean {
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  return unpacked <= most.unpackedBytes && names.size === entries.length;
}

/** Files that share their bytes are how a small zip comes to hold a thousand large files. */
function liesApart(bytes: Uint8Array, entries: readonly ZipEntry[], directory: number): boolean {
  let free = 0;
  for (const { start, packed } of [...entries].sort((a, b) => a.start - b.start)) {
    if (start < free || !startsWith(bytes, "PK\x03\x04", start)) return false;
    free = start + 30 + packed;
  }
  return free <= directory;
}
