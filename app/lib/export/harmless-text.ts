/** The longest text a cell of Excel holds. */
const longest = 32_767;

/** What a table program may take for a formula; Japanese Excel also when the sign is full-width. */
const formula = /^(?:[=+\-@\t\r\n]|[＝＋－＠].)/s;

/**
 * Text as a cell may hold it: without control characters, no longer than Excel allows, and with an
 * apostrophe in front of what would be computed instead of shown (OWASP, CSV injection).
 */
export function harmlessText(text: string): string {
  const guarded = formula.test(text) ? `'${text}` : text;
  return guarded
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]|\p{Cs}|[\uFFFE\uFFFF]/gu, "")
    .slice(0, longest);
}
