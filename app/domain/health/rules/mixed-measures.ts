import { baselineOf, of, targetOf } from "../evidence.ts";
import { type Finding, finding } from "../finding.ts";
import type { HealthPlan } from "../plan.ts";
import { printedFigures } from "../printed-figures.ts";
import { isMixed } from "./units.ts";

/**
 * One indicator for two quantities: people and firms added up in 人・件, or a baseline of two figures
 * (平日485,900人／休日487,400人) that none of them is.
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
    const figures = printedFigures(baseline.text ?? "").filter((figure) => figure.counter !== null);
    if (direction === "milestone" || baseline.value !== null || figures.length < 2) return [];
    // Kept as two series already; the plan still prints them as one.
    const severity = indicator.parts.length > 1 ? "notice" : "warning";
    return [finding("mixed-measure.parts", severity, [baselineOf(indicator), targetOf(indicator)])];
  });
}
