/**
 * Numbers in [0, 1) that follow from a key: the same in every load, and unmoved by what is added
 * elsewhere. FNV-1a makes the seed, mulberry32 the numbers.
 */
export function randomOf(...key: readonly (string | number)[]): () => number {
  let seed = 0x811c9dc5;
  for (const byte of Buffer.from(key.join("/"))) seed = Math.imul(seed ^ byte, 0x01000193);
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One number between two bounds. */
export function between(low: number, high: number, ...key: readonly (string | number)[]): number {
  return low + (high - low) * randomOf(...key)();
}
