import { type Decimal, type Exact, exact, toDecimal } from "./exact.ts";

export type ParsedFigure =
  | { ok: true; value: Decimal }
  | { ok: false; reason: "empty" | "unreadable" | "ambiguous" | "unit" | "too_large" };

const scales: Record<string, bigint> = {
  "": 1n,
  千: 1_000n,
  万: 10_000n,
  億: 100_000_000n,
  兆: 1_000_000_000_000n,
};

const longest = 200;

const part = /(\d{1,3}(?:,\d{3})+(?!\d)|\d+)(\.\d+)?([千万億兆]?)/uy;

/**
 * Reads a figure the way people type it: full-width digits, separators, spaces, 「1.2兆円」,
 * 「約792万4千人」, 「▲198」, with or without the unit. A large-number word belongs to the unit first:
 * 「1,400億円」 for an indicator in 億円 is 1400, and 「1.2兆円」 is 12000.
 * Returns the value in the indicator's unit, or why it cannot be read. △ alone is refused: it is a
 * minus in accounts and a mark in evaluations, and nobody but the writer knows which.
 */
export function parseFigure(text: string, unit: string): ParsedFigure {
  // Nobody types so much, and computing with it would take its time.
  if (text.length > longest) return { ok: false, reason: "unreadable" };
  const plain = text
    .normalize("NFKC")
    .replace(/[\s\u3000]/gu, "")
    .replace(/^約/u, "")
    .replace(/^[▲−‐–—]/u, "-")
    .replace(/(?<=\d)[、，](?=\d{3})/gu, ",");
  if (plain === "") return { ok: false, reason: "empty" };
  if (plain.startsWith("△")) return { ok: false, reason: "ambiguous" };

  const negative = plain.startsWith("-");
  const typed = readScaled(/^[-+]/.test(plain) ? plain.slice(1) : plain);
  if (!typed || /^[\d,.+-]/.test(typed.rest)) return { ok: false, reason: "unreadable" };
  const unitScale = scaleOfUnit(unit);
  if (!sameUnit(typed.rest, unit, typed.scaled)) return { ok: false, reason: "unit" };

  // 「1,400億円」 carries its scale; a bare 「1,400」 is meant in the printed unit.
  const inUnit = typed.scaled ? typed.value.div(unitScale.scale) : typed.value;
  const signed = negative ? inUnit.neg() : inUnit;
  if (signed.abs().compare(10n ** 18n) >= 0) return { ok: false, reason: "too_large" };
  const value = toDecimal(signed, 12);
  return exact(value).equals(signed) ? { ok: true, value } : { ok: false, reason: "unreadable" };
}

/** Splits 「億円」 into its scale and the rest: 100,000,000 and 「円」. */
function scaleOfUnit(unit: string): { scale: bigint; rest: string } {
  const plain = unit.normalize("NFKC");
  const head = plain.charAt(0);
  return head in scales && plain.length > 1
    ? { scale: scales[head] ?? 1n, rest: plain.slice(1) }
    : { scale: 1n, rest: plain };
}

/** Reads the leading number, which may be spelt in parts (1兆408億), and hands back what follows it. */
function readScaled(text: string): { value: Exact; scaled: boolean; rest: string } | null {
  let total: Exact | null = null;
  let previous: bigint | null = null;
  let scaled = false;
  let end = 0;
  for (;;) {
    part.lastIndex = end;
    const match = part.exec(text);
    if (!match) break;
    const [, digits = "", fraction = "", word = ""] = match;
    const scale = scales[word] ?? 1n;
    // 「4千792万」 has no reading: each part must be of a lower order than the one before.
    if (previous !== null && scale >= previous) return null;
    previous = scale;
    scaled ||= word !== "";
    const value: Exact = exact(digits.replaceAll(",", "") + fraction).mul(scale);
    total = total ? total.add(value) : value;
    end = part.lastIndex;
  }
  return total && { value: total, scaled, rest: text.slice(end) };
}

function sameUnit(typed: string, unit: string, scaled: boolean): boolean {
  if (typed === "") return true;
  const plain = unit.normalize("NFKC");
  if (typed === plain) return true;
  return scaled && typed === scaleOfUnit(unit).rest;
}
