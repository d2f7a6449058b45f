const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
/** 1 January 1980, the first day that a zip file knows. */
const firstDay = 0x0021;

/**
 * Gives every file in a zip the same date, in place, so that the same contents are the same bytes.
 * Follows the directory at the end to the header of each file. Throws RangeError for what is no zip.
 */
export function withoutZipDates(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  let end = zip.byteLength - 22;
  while (end >= 0 && view.getUint32(end, true) !== endOfDirectory) end -= 1;
  if (end < 0) throw new RangeError("Not a zip file.");
  let entry = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(entry, true) !== directoryEntry) throw new RangeError("Not a zip file.");
    setDate(view, entry + 12);
    setDate(view, view.getUint32(entry + 42, true) + 10);
    const names = [28, 30, 32].map((offset) => view.getUint16(entry + offset, true));
    entry += 46 + names.reduce((sum, length) => sum + length, 0);
  }
  return zip;
}

function setDate(view: DataView, offset: number): void {
  view.setUint16(offset, 0, true);
  view.setUint16(offset + 2, firstDay, true);
}
