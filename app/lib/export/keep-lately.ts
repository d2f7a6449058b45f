import { createHash } from "node:crypto";

/**
 * Keeps the last `limit` files by what they were made of, so that nobody can keep the browser busy with
 * the same one: who asks while it is being made waits for it, and makes it where that came to nothing.
 */
export function keepLately<File>(limit: number) {
  const kept = new Map<string, File>();
  const underWay = new Map<string, Promise<File>>();

  return async function known(madeOf: string, make: () => Promise<File>): Promise<File> {
    const key = createHash("sha256").update(madeOf).digest("base64url");
    for (let other = underWay.get(key); other; other = underWay.get(key))
      await other.catch(() => {});
    const found = kept.get(key);
    if (found !== undefined) return found;
    const making = make();
    underWay.set(key, making);
    try {
      const made = await making;
      kept.set(key, made);
      for (const oldest of kept.keys()) {
        if (kept.size <= limit) break;
        kept.delete(oldest);
      }
      return made;
    } finally {
      underWay.delete(key);
    }
  };
}
