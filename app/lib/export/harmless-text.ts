import { guardFormula } from "#app/domain/import/formula-text.ts";

/** The longest text a cell of Excel holds. */
const longest = 32_767;

/**
 * Text as a cell may hold it: without control characters, no longer than Excel allows, and with an
 * apostrophe in front of what would be computed instead of shown (OWASP, CSV injection).
 */
export function harmlessText(text: string): string {
  return guardFormula(text)
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]|\p{Cs}|[\uFFFE\uFFFF]/gu, "")
    .slice(0, longest);
}
