import { numbersOf, startsWith } from "./bytes.ts";

const pngSignature = "\x89PNG\r\n\x1a\n";

/** Chunk by chunk from the header to the end, which is the end of the file. */
export function isPng(bytes: Uint8Array): boolean {
  if (!startsWith(bytes, pngSignature) || !startsWith(bytes, "IHDR", 12)) return false;
  const numbers = numbersOf(bytes);
  let at = pngSignature.length;
  while (at + 12 <= bytes.length) {
    const next = at + 12 + numbers.getUint32(at);
    if (startsWith(bytes, "IEND", at + 4)) return next === bytes.length;
    at = next;
  }
  return false;
}

/** A first segment of a known kind. Cameras write what they like behind the end, so nobody asks for it. */
export function isJpeg(bytes: Uint8Array): boolean {
  if (bytes.length < 64 || !startsWith(bytes, "\xff\xd8\xff")) return false;
  const [marker = 0] = bytes.subarray(3);
  // Length 0x2f2a would open a comment for whoever takes the file for a script.
  if (!((marker >= 0xc0 && marker <= 0xef) || marker === 0xfe)) return false;
  return !startsWith(bytes, "/*", 4);
}

/** The length in the header is that of the file. */
export function isWebp(bytes: Uint8Array): boolean {
  if (bytes.length < 20 || !startsWith(bytes, "RIFF") || !startsWith(bytes, "WEBPVP8", 8))
    return false;
  return numbersOf(bytes).getUint32(4, true) + 8 === bytes.length;
}

/** Block by block to the trailer, which is the end of the file: a script behind the header is none. */
export function isGif(bytes: Uint8Array): boolean {
  if (!startsWith(bytes, "GIF87a") && !startsWith(bytes, "GIF89a")) return false;
  let at = 13 + tableLength(bytes[10]);
  while (at < bytes.length) {
    const block = bytes[at];
    if (block === 0x3b) return at + 1 === bytes.length;
    if (block === 0x21) at = afterParts(bytes, at + 2);
    else if (block === 0x2c) at = afterParts(bytes, at + 11 + tableLength(bytes[at + 9]));
    else return false;
  }
  return false;
}

function tableLength(flags = 0): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

/** Where a block ends whose parts each say their length, the last one none. */
function afterParts(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length) {
    const length = bytes[at] ?? 0;
    at += length + 1;
    if (length === 0) break;
  }
  return at;
}
