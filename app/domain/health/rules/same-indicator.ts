import { fiscalYearLabel } from "../../fiscal-year/fiscal-year.ts";
import { groupBy } from "../../group-by.ts";
import { baselineOf, of, targetOf } from "../evidence.ts";
import { type Evidence, type Finding, finding, together } from "../finding.ts";
import { normalisedName } from "../name.ts";
import type { HealthIndicator, HealthPlan } from "../plan.ts";

/**
 * Indicators of one name. A running total and the single years it is made of are two ways to count
 * one thing and may share theirs.
 */
export function namesakes({ indicators }: HealthPlan): HealthIndicator[][] {
  const totals = new Set(
    indicators.filter((i) => i.derivation === "running_total_of").map((i) => i.code),
  );
  const named = groupBy(
    indicators.filter((indicator) => !totals.has(indicator.code)),
    (indicator) => normalisedName(indicator.name),
  );
  return [...named.values()].filter((group) => group.length > 1);
}

/** Whether two places define the same: unit, baseline, target and due year. */
export function definitionOf({ unit, baseline, target }: HealthIndicator): string {
  return JSON.stringify([unit.normalize("NFKC"), baseline.value, target.value, target.fy]);
}

/**
 * One indicator defined twice with different baselines, units or due years (地域や社会をもっとよくしたい
 * 子ども: 54.5％ of R1 until R6, 47％ of R3 until R9). Where nothing but the name is the same, it is
 * the name that two things share.
 */
export function sameIndicatorDiffers(plan: HealthPlan): Finding[] {
  const homonyms: Evidence[] = [];
  const differing = namesakes(plan).flatMap((group) => {
    if (new Set(group.map(definitionOf)).size === 1) return [];
    const related = group.filter((one) =>
      group.some((other) => other !== one && isSameThing(one, other)),
    );
    const conflict = new Set(related.map(definitionOf)).size > 1;
    if (!conflict) homonyms.push(...group.map(targetOf));
    return conflict ? [finding("same-indicator.differs", "error", differences(related))] : [];
  });
  return [...differing, ...together("same-indicator.homonyms", "notice", homonyms)];
}

function isSameThing(one: HealthIndicator, other: HealthIndicator): boolean {
  if (one.parts.includes(other.code) || other.parts.includes(one.code)) return true;
  const equal = (a: string | null, b: string | null) => a !== null && a === b;
  return (
    equal(one.target.value, other.target.value) || equal(one.baseline.value, other.baseline.value)
  );
}

function differences(group: readonly HealthIndicator[]): Evidence[] {
  const differ = (pick: (indicator: HealthIndicator) => unknown) =>
    new Set(group.map(pick)).size > 1;
  const baselines = differ((i) => i.baseline.value);
  const targets = differ((i) => i.target.value);
  const dues = differ((i) => i.target.fy);
  const units = differ((i) => i.unit.normalize("NFKC"));
  return group.flatMap((indicator) => [
    ...(baselines ? [baselineOf(indicator)] : []),
    ...(targets || dues ? [targetOf(indicator)] : []),
    ...(dues && indicator.target.fy !== null
      ? [of(indicator, "due", fiscalYearLabel(indicator.target.fy))]
      : []),
    ...(units ? [of(indicator, "unit", indicator.unit)] : []),
  ]);
}
