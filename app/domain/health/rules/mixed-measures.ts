import { readAsOf } from "../as-of.ts";
import { baselineOf, of, targetOf } from "../evidence.ts";
import { type Finding, finding } from "../finding.ts";
import type { HealthIndicator, HealthPlan } from "../plan.ts";
import { plain, printedFigures } from "../printed-figures.ts";
import { isMixed } from "./units.ts";

/**
 * One indicator for two quantities: people and firms added up in 人・件, a baseline of two figures
 * (平日485,900人／休日487,400人) that none of them is, or means over different numbers of years.
 */
export function mixedMeasures({ indicators }: HealthPlan): Finding[] {
  return indicators.flatMap((indicator) => {
    const { unit, baseline, direction } = indicator;
    if (isMixed(unit))
      return [
        finding("mixed-measure.unit", "warning", [
          of(indicator, "unit", unit),
          of(indicator, "name", indicator.name),
        ]),
      ];
    const periods = meanPeriods(indicator);
    if (periods !== null && periods[0] !== periods[1])
      return [
        finding("mixed-measure.periods", "notice", [baselineOf(indicator), targetOf(indicator)]),
      ];
    const figures = printedFigures(baseline.text ?? "").filter((figure) => figure.counter !== null);
    if (direction === "milestone" || baseline.value !== null || figures.length < 2) return [];
    // Kept as two series already; the plan still prints them as one.
    const severity = indicator.parts.length > 1 ? "notice" : "warning";
    return [finding("mixed-measure.parts", severity, [baselineOf(indicator), targetOf(indicator)])];
  });
}

/** Over how many years baseline and target are means: 「H24～26年度平均」 and 「5年間の平均」. */
function meanPeriods({ baseline, target }: HealthIndicator): [number, number] | null {
  const said = [baseline.text ?? baseline.asOf ?? "", target.text].map((text) => {
    if (!/平均/u.test(text)) return null;
    const stated = /(\d+)\s*(?:年間|か年|ヵ年)/u.exec(plain(text))?.[1];
    if (stated !== undefined) return Number.parseInt(stated, 10);
    const years = readAsOf(text);
    return years && years.to - years.from + 1;
  });
  const [before, after] = said;
  return before && after ? [before, after] : null;
}
