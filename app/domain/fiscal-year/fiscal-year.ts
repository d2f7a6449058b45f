/** A Japanese fiscal year, named by the calendar year in which it begins (2024 = 令和6年度). */
export type FiscalYear = number;

const eras = [
  { name: "令和", letter: "R", firstFiscalYear: 2019 },
  { name: "平成", letter: "H", firstFiscalYear: 1989 },
  { name: "昭和", letter: "S", firstFiscalYear: 1926 },
] as const;

// The fiscal year that holds an era's first day carries the new name as a whole: FY2019 began in
// Heisei 31 and is 令和元年度. So the label never follows from the date the year starts on.
function eraOf(fy: FiscalYear) {
  const era = eras.find((candidate) => fy >= candidate.firstFiscalYear);
  if (!era || !Number.isInteger(fy)) throw new RangeError(`No era for the fiscal year ${fy}`);
  return { ...era, year: fy - era.firstFiscalYear + 1 };
}

/** 「令和6（2024）年度」. Throws RangeError before 1926. */
export function fiscalYearLabel(fy: FiscalYear): string {
  const era = eraOf(fy);
  return `${era.name}${era.year === 1 ? "元" : era.year}（${fy}）年度`;
}

/** 「R6」, as printed in the heads of roadmaps. Throws RangeError before 1926. */
export function fiscalYearShort(fy: FiscalYear): string {
  const era = eraOf(fy);
  return `${era.letter}${era.year}`;
}

/** The fiscal year of a moment, by the calendar of Japan: 31 March 23:59 JST still counts to the old year. */
export function fiscalYearOf(instant: Date): FiscalYear {
  const [year = 0, month = 0] = dateInJapan(instant).split("-").map(Number);
  return month >= 4 ? year : year - 1;
}

/** The calendar date of a moment in Japan, which has no summer time: 2026-11-20. */
export function dateInJapan(instant: Date): string {
  return new Date(instant.getTime() + 9 * 3_600_000).toISOString().slice(0, 10);
}

/** Reads 「2023」, 「R5」 and 「令和5年度」 typed by a person or given in a URL; null when it is no year. */
export function parseFiscalYear(text: string): FiscalYear | null {
  const plain = text.normalize("NFKC").trim();
  if (/^(19|20)\d{2}(年度)?$/.test(plain)) return Number.parseInt(plain, 10);
  const match = /^(令和|平成|昭和|R|H|S)(元|\d{1,2})(年度)?$/i.exec(plain);
  if (!match) return null;
  const era = eras.find((e) => e.name === match[1] || e.letter === match[1]?.toUpperCase());
  const year = match[2] === "元" ? 1 : Number.parseInt(match[2] ?? "", 10);
  return era && year >= 1 ? era.firstFiscalYear + year - 1 : null;
}

/** All years from the first to the last. */
export function yearRange(first: FiscalYear, last: FiscalYear): FiscalYear[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
