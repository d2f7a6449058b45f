import { createHash } from "node:crypto";

/** A name space of our own (RFC 9562, version 5). */
const nameSpace = Buffer.from("5f0c6b0e9d5e4f0b8a7c2f6d1e3b4a90", "hex");

/**
 * The id of a row that is loaded with the product, made from its natural key: the same in every
 * database, so that rows refer to each other before they are written and a second load finds them.
 */
export function seedId(table: string, ...naturalKey: readonly (string | number)[]): string {
  const hash = createHash("sha1")
    .update(nameSpace)
    .update([table, ...naturalKey].join("/"))
    .digest()
    .subarray(0, 16);
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  return hash.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
