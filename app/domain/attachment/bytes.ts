/** Bytes as text, one character each. */
export function textOf(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(Math.max(0, from), Math.max(0, to)));
}

/** Whether the plain letters stand at a place. */
export function startsWith(bytes: Uint8Array, letters: string, at = 0): boolean {
  return textOf(bytes, at, at + letters.length) === letters;
}

/** Whether the plain letters stand anywhere from a place on; the rest must be short. */
export function holdsText(bytes: Uint8Array, letters: string, from: number): boolean {
  return textOf(bytes, from, bytes.length).includes(letters);
}

/** Numbers in a file. */
export function numbersOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
