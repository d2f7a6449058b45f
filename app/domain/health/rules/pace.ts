import { type Exact, toDecimal, whole } from "../../figure/exact.ts";
import { formatFigure } from "../../figure/format.ts";
import { fiscalYearShort } from "../../fiscal-year/fiscal-year.ts";
import { readAsOf } from "../as-of.ts";
import { countsFromZero, figureOf, firstYear } from "../counting.ts";
import { baselineOf, of, targetOf } from "../evidence.ts";
import { type Finding, finding, together } from "../finding.ts";
import type { HealthIndicator, HealthPlan } from "../plan.ts";

/**
 * A total over the term that asks less a year than the year of the baseline brought (事業承継:
 * 11,035 in five years are 2,207 a year, in R1 there were 2,635), or just as much.
 */
export function targetPace({ indicators }: HealthPlan): Finding[] {
  const same: HealthIndicator[] = [];
  const slower = indicators.flatMap((indicator) => {
    const target = figureOf(indicator.target.value);
    const present = presentPace(indicator);
    if (target === null || present === null || !countsFromZero(indicator)) return [];
    const pace = targetPaceOf(indicator, target);
    if (present.compare(pace) < 0) return [];
    if (present.equals(pace)) {
      same.push(indicator);
      return [];
    }
    const evidence = [targetOf(indicator), baselineOf(indicator), paceEvidence(indicator, pace)];
    return figureOf(indicator.baseline.value)?.compare(target) === -1
      ? [finding("target-pace.slower", "warning", evidence)]
      : [finding("target-pace.one_year", "error", evidence)];
  });
  const evidence = same.flatMap((indicator) => [targetOf(indicator), baselineOf(indicator)]);
  return [...slower, ...together("target-pace.same", "notice", evidence)];
}

/** What a year brings at present: a total of several years is spread over them. */
function presentPace({ baseline, direction }: HealthIndicator): Exact | null {
  const value = figureOf(baseline.value);
  if (value === null || value.compare(0) <= 0) return null;
  if (direction !== "increase" && direction !== "at_least") return null;
  const years = readAsOf(baseline.asOf ?? baseline.text);
  const isMean = /平均/u.test(`${baseline.asOf}${baseline.text}`);
  return years === null || isMean ? value : value.div(whole(years.to - years.from + 1));
}

function targetPaceOf(indicator: HealthIndicator, target: Exact): Exact {
  return target.div(whole(termOf(indicator)));
}

/** Years from the first to the due one. */
function termOf(indicator: HealthIndicator): number {
  const { target, lastFy } = indicator;
  return Math.max(1, (target.fy ?? lastFy) - firstYear(indicator) + 1);
}

function paceEvidence(indicator: HealthIndicator, pace: Exact) {
  const { lastFy, target, unit } = indicator;
  const years = `${fiscalYearShort(firstYear(indicator))}～${fiscalYearShort(target.fy ?? lastFy)}`;
  const sum = `${formatFigure(target.value)} ÷ ${termOf(indicator)}年（${years}）`;
  return of(indicator, "pace", `${sum} ＝ 年${formatFigure(toDecimal(pace, 1))}${unit}`);
}
