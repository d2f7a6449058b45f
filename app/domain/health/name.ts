/** A name for comparison: widths, spaces, marks of punctuation and 再掲 do not matter. */
export function normalisedName(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/\(再掲\)|[\s・、。,.:;/~～〜()「」『』“”"'‐‑–—―-]/gu, "")
    .toLowerCase();
}

/** Whether two names say the same, or one is the other with something added. */
export function namesAgree(one: string, other: string): boolean {
  const [a, b] = [normalisedName(one), normalisedName(other)];
  return a.includes(b) || b.includes(a);
}

/** How long the longest run of letters is that both names contain. */
export function sharedRun(one: string, other: string): number {
  const [a, b] = [normalisedName(one), normalisedName(other)];
  for (let length = Math.min(a.length, b.length); length > 0; length -= 1)
    for (let start = 0; start + length <= a.length; start += 1)
      if (b.includes(a.slice(start, start + length))) return length;
  return 0;
}
