import type { FiscalYear } from "./fiscal-year.ts";

const printed = /(令和|平成|R|H)\s*(元|\d{1,2})|((?:19|20)\d{2})/g;
const eras: Record<string, number> = { 令和: 2018, R: 2018, 平成: 1988, H: 1988 };

/**
 * The last year that a printed date names: 「H24～26年度平均」 → 2014, 「平成30年度」 → 2018,
 * 「令和元年12月末」 → 2019. A calendar year counts as the fiscal year that begins in it. Null where
 * no year is named.
 */
export function lastYearIn(text: string | null): FiscalYear | null {
  if (text === null) return null;
  const plain = text.normalize("NFKC");
  const found = [...plain.matchAll(printed)].at(-1);
  if (!found) return null;
  const [, era, number, western] = found;
  if (western !== undefined) return Number(western);
  const first = (eras[era ?? ""] ?? 0) + (number === "元" ? 1 : Number(number));
  // 「H24～26」 goes on counting in the same era.
  const rest = plain.slice((found.index ?? 0) + found[0].length);
  const until = /^\s*年?度?\s*[~〜～－-]\s*(\d{1,2})(?!\d)/.exec(rest);
  return until ? (eras[era ?? ""] ?? 0) + Number(until[1]) : first;
}
