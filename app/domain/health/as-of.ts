import { type FiscalYear, parseFiscalYear } from "../fiscal-year/fiscal-year.ts";
import { plain } from "./printed-figures.ts";

/** The years that a baseline covers. */
export type AsOf = {
  from: FiscalYear;
  to: FiscalYear;
  /** It was taken before the last year was over. */
  midYear: boolean;
};

const era = "令和|平成|昭和|[RHS]";
const year = `(?:(${era})(元|\\d{1,2})|((?:19|20)\\d{2}))`;
const pattern = new RegExp(
  `(?<!\\d)${year}(?:年度?)?(?:\\s*[~～-]\\s*(?:${year}|(\\d{1,2}))(?:年度?)?)?` +
    `(?:[.年]?\\s*(\\d{1,2})\\s*(?:月|卒|$))?`,
  "u",
);

/**
 * Reads when a baseline was taken: 「H30年度」, 「2018年度」, 「平成27年～令和元年」, 「H26～H30年度計」,
 * 「R2.3卒」 (March 2020 belongs to FY2019), 「R2.10月末」. Null where no year is said.
 */
export function readAsOf(text: string | null): AsOf | null {
  const match = pattern.exec(plain(text ?? ""));
  if (!match) return null;
  const [, firstEra, firstYear, firstWestern, lastEra, lastYear, lastWestern, bare, month] = match;
  const from = parseFiscalYear(firstWestern ?? `${firstEra}${firstYear}`);
  const last = lastWestern ?? (lastEra ? `${lastEra}${lastYear}` : bare && `${firstEra}${bare}`);
  const to = last === undefined ? from : parseFiscalYear(last);
  if (from === null || to === null || to < from) return null;
  if (month === undefined) return { from, to, midYear: false };
  const shift = Number.parseInt(month, 10) <= 3 ? 1 : 0;
  return { from: from - shift, to: to - shift, midYear: Number.parseInt(month, 10) !== 3 };
}

/** Every fiscal year named in a text, in order. */
export function yearsIn(text: string): FiscalYear[] {
  return [...plain(text).matchAll(new RegExp(`(?<!\\d)${year}`, "gu"))].flatMap(
    ([named]) => parseFiscalYear(named) ?? [],
  );
}
