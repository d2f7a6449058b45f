import { createInflateRaw } from "node:zlib";
import { numbersOf, textOf } from "#app/domain/attachment/bytes.ts";
import { readZip, type ZipEntry } from "#app/domain/attachment/zip.ts";
import { UnreadableTable } from "./problem.ts";

const stored = 0;
const deflated = 8;
const chunkSize = 32 * 1024;

/** The parts of a document in a zip, found by name and unpacked piece by piece. */
export class ZipParts {
  readonly #bytes: Uint8Array;
  readonly #entries = new Map<string, ZipEntry>();

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    const entries = readZip(bytes);
    if (entries === null) throw new UnreadableTable("unreadable");
    // Names of parts are the same in any case, and programs do write them differently.
    for (const entry of entries) this.#entries.set(entry.name.toLowerCase(), entry);
  }

  get names(): string[] {
    return [...this.#entries.values()].map(({ name }) => name);
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  /** The bytes of a part; more than the directory says are never unpacked. Empty where it is missing. */
  async *read(name: string): AsyncGenerator<Uint8Array> {
    const entry = this.#entries.get(name.toLowerCase());
    if (entry === undefined) return;
    const { packed, method } = this.#packed(entry);
    let unpacked = 0;
    for await (const chunk of method === stored ? pieces(packed) : inflated(packed)) {
      unpacked += chunk.length;
      if (unpacked > entry.unpacked) throw new UnreadableTable("unreadable");
      yield chunk;
    }
    if (unpacked !== entry.unpacked) throw new UnreadableTable("unreadable");
  }

  #packed(entry: ZipEntry): { packed: Uint8Array; method: number } {
    const numbers = numbersOf(this.#bytes);
    const at = entry.start;
    const nameLength = numbers.getUint16(at + 26, true);
    const method = numbers.getUint16(at + 8, true);
    const from = at + 30 + nameLength + numbers.getUint16(at + 28, true);
    const isSame = textOf(this.#bytes, at + 30, at + 30 + nameLength) === entry.name;
    const packed = this.#bytes.subarray(from, from + entry.packed);
    const isWhole = packed.length === entry.packed;
    if (!isSame || !isWhole || (method !== stored && method !== deflated))
      throw new UnreadableTable("unreadable");
    return { packed, method };
  }
}

function* pieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += chunkSize) yield bytes.subarray(at, at + chunkSize);
}

async function* inflated(packed: Uint8Array): AsyncGenerator<Uint8Array> {
  const inflate = createInflateRaw({ chunkSize });
  inflate.end(packed);
  try {
    for await (const chunk of inflate) yield chunk as Uint8Array;
  } catch (error) {
    throw error instanceof Error && "code" in error ? new UnreadableTable("unreadable") : error;
  }
}
