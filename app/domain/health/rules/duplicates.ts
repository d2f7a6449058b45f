import { exact, whole } from "../../figure/exact.ts";
import { groupBy } from "../../group-by.ts";
import { actualOf, at, of, targetOf } from "../evidence.ts";
import { type Finding, finding } from "../finding.ts";
import { normalisedName } from "../name.ts";
import type { HealthIndicator, HealthPlan } from "../plan.ts";
import { unitParts } from "../printed-figures.ts";
import { definitionOf, namesakes } from "./same-indicator.ts";

/**
 * What several projects list as theirs without 再掲: one indicator shown in all (管理的職業従事者に占める
 * 女性の割合 in two PTs), one written down twice, or one that has another name in the other place and
 * shows by its results that it is the same.
 */
export function duplicates(plan: HealthPlan): Finding[] {
  return [...shared(plan), ...identical(plan), ...sameActuals(plan)];
}

/** One finding for a block of indicators that the same projects list. */
function shared(plan: HealthPlan): Finding[] {
  const nodes = new Map(plan.nodes.map((node) => [node.code, node]));
  const blocks = groupBy(plan.indicators, (indicator) => {
    const own = indicator.places.filter(
      (place) => place.role === "kpi" && !place.isRepost && !nodes.get(place.node)?.repostOf,
    );
    return JSON.stringify([...new Set(own.map((place) => place.node))]);
  });
  return [...blocks].flatMap(([key, indicators]) => {
    const places = (JSON.parse(key) as string[]).flatMap((code) => nodes.get(code) ?? []);
    if (places.length < 2) return [];
    return [
      finding("duplicate.shared", "warning", [
        ...indicators.map((indicator) => of(indicator, "name", indicator.name)),
        ...places.map((node) => at(node, "place", node.name)),
      ]),
    ];
  });
}

function identical(plan: HealthPlan): Finding[] {
  const twins = namesakes(plan).flatMap((group) =>
    [...groupBy(group, definitionOf).values()].filter((same) => same.length > 1),
  );
  const blocks = groupBy(twins, (same) => same.map((indicator) => indicator.home).join());
  return [...blocks.values()].map((block) =>
    finding(
      "duplicate.identical",
      "warning",
      block.flatMap((same) => same.map(targetOf)),
    ),
  );
}

/** Pairs of differently named indicators whose results are the same figure of three digits or more. */
function sameActuals(plan: HealthPlan): Finding[] {
  return pairsWithCloseActuals(plan).map(([one, other]) =>
    finding("duplicate.same_actuals", "warning", [
      of(one, "name", one.name),
      ...one.actuals.map((actual) => actualOf(one, actual)),
      of(other, "name", other.name),
      ...other.actuals.map((actual) => actualOf(other, actual)),
    ]),
  );
}

/** Indicators of other names and the same unit: one year alike to the digit, no year one per cent apart. */
export function pairsWithCloseActuals({ indicators }: HealthPlan) {
  const pairs: [HealthIndicator, HealthIndicator][] = [];
  for (const [index, one] of indicators.entries())
    for (const other of indicators.slice(index + 1)) {
      if (normalisedName(one.name) === normalisedName(other.name)) continue;
      if (one.parts.includes(other.code) || other.parts.includes(one.code)) continue;
      if (unitParts(one.unit).counter !== unitParts(other.unit).counter) continue;
      if (unitParts(one.unit).counter === "%") continue;
      const years = bothYears(one, other);
      const equal = years.some(([a, b]) => a.equals(b) && a.compare(100) >= 0);
      const close = years.every(([a, b]) => a.sub(b).abs().mul(100n).compare(a.abs()) <= 0);
      if (years.length > 1 && equal && close) pairs.push([one, other]);
    }
  return pairs;
}

/** The results of both, year by year. */
export function bothYears(one: HealthIndicator, other: HealthIndicator) {
  return one.actuals.flatMap((actual) => {
    const twin = other.actuals.find((candidate) => candidate.fy === actual.fy);
    if (actual.value === null || !twin || twin.value === null) return [];
    return [[exact(actual.value), exact(twin.value), whole(actual.fy)] as const];
  });
}
