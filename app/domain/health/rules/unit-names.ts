import { at, of } from "../evidence.ts";
import { type Evidence, type Finding, finding } from "../finding.ts";
import type { HealthIndicator, HealthPlan } from "../plan.ts";
import { plain, printedFigures, unitParts } from "../printed-figures.ts";
import { isTarget } from "./target-places.ts";
import { isMixed } from "./units.ts";

/** What a name's ending asks its unit to be, the longest ending first. */
const endings: [name: RegExp, counters: readonly string[]][] = [
  [/事業者数$/u, ["者", "社", "社局", "企業", "事業所", "団体"]],
  [/(?:者|人|客|人材|学生)数$/u, ["人", "名", "者", "人泊", "人増", "人分"]],
  [/事業所数$/u, ["事業所", "か所", "箇所", "社", "企業"]],
  [/(?:企業|会社|社)数$/u, ["社", "企業", "社局", "者", "団体"]],
  [/件数$/u, ["件"]],
  [/世帯数$/u, ["世帯"]],
  [/戸数$/u, ["戸"]],
  [/台数$/u, ["台"]],
  [/回数$/u, ["回"]],
  [/(?:割合|認知度|満足度|関心度|率)$/u, ["%", "ポイント"]],
];
// Rates by their name that are no shares: children to a woman, costs to a benefit.
const noShare = /(?:出生率|倍率)$/u;

/**
 * A unit that does not fit the name: 者数 in ％ (市内大学生地元就職者数), 件数 in 組, 認知度 in 点, and the
 * overview's 資金調達企業数：30％.
 */
export function unitAgainstName(plan: HealthPlan): Finding[] {
  return plan.indicators.flatMap((indicator) => {
    const { counter } = unitParts(indicator.unit);
    if (counter === null || isMixed(indicator.unit)) return [];
    const odd = [
      ...(fits(indicator.name, counter) ? [] : [of(indicator, "name", indicator.name)]),
      ...oddOverviews(plan, indicator, counter),
    ];
    if (odd.length === 0) return [];
    return [finding("unit-name.kind", "warning", [of(indicator, "unit", indicator.unit), ...odd])];
  });
}

function oddOverviews(plan: HealthPlan, indicator: HealthIndicator, counter: string): Evidence[] {
  return plan.nodes.flatMap((node) => {
    const isShown = indicator.places.some((place) => place.node === node.code);
    if (!isShown || node.overviewText === null) return [];
    const meant = printedFigures(node.overviewText).filter((f) => isTarget(f, indicator));
    const misnamed = meant.some((figure) => !fits(figure.label.replace(/[:\s]+$/u, ""), counter));
    return misnamed ? [at(node, "overview", node.overviewText)] : [];
  });
}

function fits(name: string, counter: string): boolean {
  // 「…者数（率）」: what stands in brackets explains, 「割合：小3」 divides.
  const bare =
    plain(name)
      .replace(/\([^()]*\)/gu, "")
      .split(":")[0]
      ?.trim() ?? "";
  if (noShare.test(bare)) return true;
  const rule = endings.find(([ending]) => ending.test(bare));
  return rule === undefined || rule[1].includes(counter);
}
