import { type FiscalYear, fiscalYearShort } from "../fiscal-year/fiscal-year.ts";
import type { PlanContentIndicator } from "./content.ts";
import { writeReposts } from "./places-text.ts";
import { writeCells } from "./roadmap-form.ts";

/** What is typed of an indicator, by field. */
export type IndicatorInput = Readonly<Record<string, string>>;

/** The form of an indicator as it stands, or an empty one on a node. */
export function writeIndicatorForm(
  indicator: PlanContentIndicator | null,
  home: string,
): IndicatorInput {
  if (!indicator)
    return {
      home,
      series: "annual",
      direction: "increase",
      valueKind: "count",
      aggregation: "sum",
    };
  const { code, name, unit, series, direction, valueKind, aggregation } = indicator;
  const year = (fy: FiscalYear | null) => (fy === null ? "" : fiscalYearShort(fy));
  return {
    code,
    home: indicator.home,
    name,
    unit,
    series,
    direction,
    valueKind,
    aggregation,
    aggregationNote: indicator.aggregationNote,
    baselineValue: indicator.baselineValue ?? "",
    baselineText: indicator.baselineText ?? "",
    baselineAsOf: indicator.baselineAsOf ?? "",
    targetValue: indicator.targetValue ?? "",
    targetText: indicator.targetText,
    targetDue: indicator.targetDue ?? "",
    targetFy: year(indicator.targetFy),
    targetBound: indicator.targetBound ?? "",
    firstFy: year(indicator.firstFy),
    lastFy: year(indicator.lastFy),
    source: indicator.source ?? "",
    ...Object.fromEntries(indicator.reporters.map((slug) => [`reporter.${slug}`, "on"])),
    ...writeCells(indicator.roadmap),
    reposts: writeReposts(indicator),
    closed: indicator.closedReason === null ? "" : "on",
    closedReason: indicator.closedReason ?? "",
  };
}
