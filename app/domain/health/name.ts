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

/**
 * Whether every word of a label is an abbreviation of the name: its letters stand there in the same
 * order. Particles do not count, nor that a figure is a total.
 */
export function abbreviates(label: string, name: string): boolean {
  const letters = (text: string) =>
    normalisedName(text)
      .replace(/延べ$|累計$|[ぁ-ん]/gu, "")
      .replaceAll("割合", "率");
  return label.split(/[\s:：]+/u).every((word) => {
    let end = 0;
    return [...letters(word)].every((letter) => {
      end = letters(name).indexOf(letter, end) + 1;
      return end > 0;
    });
  });
}

/** How long the longest run of letters is that both names contain. */
export function sharedRun(one: string, other: string): number {
  const [a, b] = [normalisedName(one), normalisedName(other)];
  for (let length = Math.min(a.length, b.length); length > 0; length -= 1)
    for (let start = 0; start + length <= a.length; start += 1)
      if (b.includes(a.slice(start, start + length))) return length;
  return 0;
}
