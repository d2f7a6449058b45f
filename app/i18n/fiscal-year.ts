import * as japanese from "#app/domain/fiscal-year/fiscal-year.ts";
import { locale } from "./locale.ts";

/** 「令和6（2024）年度」, FY2024: the year that begins in April 2024. Throws RangeError before 1926. */
export function fiscalYearLabel(fy: japanese.FiscalYear): string {
  return locale() === "en" ? `FY${fy}` : japanese.fiscalYearLabel(fy);
}

/** 「R6」, FY2024, as in the heads of roadmaps. Throws RangeError before 1926. */
export function fiscalYearShort(fy: japanese.FiscalYear): string {
  return locale() === "en" ? `FY${fy}` : japanese.fiscalYearShort(fy);
}
