import {
  type CellData,
  cell,
  type IndicatorData,
  type PrintedYear,
  type ReportingData,
} from "#seeds/plans/plan-data.ts";

/** Every measure and every KPI is reported on for the term of the plan, wherever its target lies. */
export const term = { firstFy: "H27", lastFy: "H31" } as const;

export const none: IndicatorData["baseline"] = { value: null, text: null, asOf: null };

export const byCity: ReportingData = {
  reporters: ["kitakyushu"],
  aggregation: "single",
  note: "北九州市が自らの実績値を報告する。",
};

/** A survey that is not made every year; the document prints when in place of a figure. */
export function surveyed(when: string): ReportingData {
  return { ...byCity, note: `北九州市が自らの実績値を報告する。${when}` };
}

/** 毎年の目標: the same figure in each year of the plan from the first that the target counts. */
export function everyYear(
  value: string,
  text: string,
  from: "H27" | "H28" | "H30" = "H27",
): CellData[] {
  const years = ["H27", "H28", "H29", "H30", "H31"] as const satisfies readonly PrintedYear[];
  return years.slice(years.indexOf(from)).map((year) => cell(year, value, text));
}
