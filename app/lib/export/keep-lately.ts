import { createHash } from "node:crypto";

/**
 * Keeps the last `limit` files by what they were made of, so that nobody can keep the browser busy with
 * the same one.
 */
export function keepLately<File>(limit: number) {
  const kept = new Map<string, File>();
  return async function known(madeOf: string, make: () => Promise<File>): Promise<File> {
    const key = createHash("sha256").update(madeOf).digest("base64url");
    const found = kept.get(key);
    if (found !== undefined) return found;
    const made = await make();
    kept.set(key, made);
    for (const oldest of kept.keys()) {
      if (kept.size <= limit) break;
      kept.delete(oldest);
    }
    return made;
  };
}
