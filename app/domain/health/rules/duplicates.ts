import { exact } from "../../figure/exact.ts";
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
  const alike = groupBy(
    indicators.flatMap((indicator) =>
      indicator.actuals.flatMap(({ fy, value }) => {
        const { counter } = unitParts(indicator.unit);
        const telling = value !== null && counter !== "%" && exact(value).compare(100) >= 0;
        return telling ? [{ indicator, key: `${fy} ${value} ${counter}` }] : [];
      }),
    ),
    ({ key }) => key,
  );
  const pairs = new Map<string, [HealthIndicator, HealthIndicator]>();
  for (const group of alike.values())
    for (const [index, { indicator: one }] of group.entries())
      for (const { indicator: other } of group.slice(index + 1))
        if (mayBeOne(one, other)) pairs.set(`${one.code} ${other.code}`, [one, other]);
  return [...pairs.values()];
}

function mayBeOne(one: HealthIndicator, other: HealthIndicator): boolean {
  if (normalisedName(one.name) === normalisedName(other.name)) return false;
  if (one.parts.includes(other.code) || other.parts.includes(one.code)) return false;
  const years = bothYears(one, other);
  const isClose = ({ values: [a, b] }: (typeof years)[number]) =>
    a.sub(b).abs().mul(100n).compare(a.abs()) <= 0;
  return years.length > 1 && years.every(isClose);
}

/** The results of both, year by year. */
export function bothYears(one: HealthIndicator, other: HealthIndicator) {
  return one.actuals.flatMap(({ fy, value }) => {
    const twin = other.actuals.find((candidate) => candidate.fy === fy);
    if (value === null || !twin || twin.value === null) return [];
    return [{ fy, values: [exact(value), exact(twin.value)] as const }];
  });
}
