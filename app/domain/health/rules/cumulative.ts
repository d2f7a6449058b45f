import { cellOf, targetOf } from "../evidence.ts";
import { type Evidence, type Finding, finding, together } from "../finding.ts";
import type { HealthPlan } from "../plan.ts";
import { plain } from "../printed-figures.ts";

const saysTotal = /累計|延べ|のべ|累積|計|間|まで|[～~]|から/u;

/**
 * A total over years under a target of one year: 移住者数 counts single years under a roadmap that
 * adds them up, スポーツ大会 has 「R６年度 ９件」 on its page and 「R4～Ｒ6の間で９件」 in the roadmap. Totals
 * that no place calls a total are told together.
 */
export function cumulativeUnderAnnual({ indicators }: HealthPlan): Finding[] {
  const unsaid: Evidence[] = [];
  const found = indicators.flatMap((indicator) => {
    const { series, roadmap, target, baseline, derivation } = indicator;
    const last = roadmap.at(-1);
    if (series === "annual" && indicator.roadmapCumulative && last)
      return [
        finding("cumulative-annual.roadmap", "warning", [
          targetOf(indicator),
          cellOf(indicator, last),
        ]),
      ];
    if (series !== "cumulative" || indicator.valueKind !== "count" || derivation !== null)
      return [];
    const says = (text: string | null) => saysTotal.test(plain(text ?? ""));
    const span = roadmap.find((cell) => cell.spanFrom !== null);
    if (span && !says(target.text))
      return [
        finding("cumulative-annual.span", "warning", [
          targetOf(indicator),
          cellOf(indicator, span),
        ]),
      ];
    if (
      says(target.text) ||
      says(target.due) ||
      says(indicator.name) ||
      roadmap.some((c) => says(c.text))
    )
      return [];
    if (!/累積|累計/u.test(baseline.text ?? "")) unsaid.push(targetOf(indicator));
    return [];
  });
  return [...found, ...together("cumulative-annual.unsaid", "notice", unsaid)];
}
