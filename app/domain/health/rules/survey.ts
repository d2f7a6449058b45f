import { type FiscalYear, fiscalYearShort, yearRange } from "../../fiscal-year/fiscal-year.ts";
import { groupBy } from "../../group-by.ts";
import { firstYear } from "../counting.ts";
import { baselineOf, of, targetOf } from "../evidence.ts";
import { type Finding, finding } from "../finding.ts";
import type { HealthIndicator, HealthPlan } from "../plan.ts";
import { plain } from "../printed-figures.ts";
import { periodicStatistic } from "../statistics.ts";

/**
 * A source that cannot show what happens: one that measures less than twice in the term (就業構造
 * 基本調査 is made in R4 only between R2 and R6), one that counts something else, or one for the
 * baseline and another for the target.
 */
export function surveys({ indicators }: HealthPlan): Finding[] {
  const seldom = groupBy(
    indicators.filter((indicator) => surveyedIn(indicator).length < 2),
    (indicator) => JSON.stringify([cycleText(indicator), indicator.source]),
  );
  return [
    ...[...seldom.values()].map(tooSeldom),
    ...indicators.flatMap(unsuitable),
    ...indicators.flatMap(twoSources),
  ];
}

function tooSeldom(group: readonly HealthIndicator[]): Finding {
  const [first] = group;
  const about = first ? [of(first, "survey", cycleText(first))] : [];
  const source = first?.source ? [of(first, "source", first.source)] : [];
  return finding("survey.once", "warning", [...about, ...source, ...group.map(targetOf)]);
}

/** The years from the first to the due one in which the survey is made; all where it is yearly. */
function surveyedIn(indicator: HealthIndicator): FiscalYear[] {
  const cycle = cycleOf(indicator);
  const term = termOf(indicator);
  if (cycle === null || indicator.target.value === null) return [...term, ...term];
  // Without a known year the luckiest one is taken, so that nothing is claimed that may not be.
  const madeIn = cycle.madeIn ?? term[0] ?? indicator.firstFy;
  return term.filter((fy) => (fy - madeIn) % cycle.interval === 0);
}

function termOf(indicator: HealthIndicator): FiscalYear[] {
  const first = firstYear(indicator);
  const due = Math.min(indicator.lastFy, indicator.target.fy ?? indicator.lastFy);
  return yearRange(first, Math.max(first, due));
}

function cycleText(indicator: HealthIndicator): string {
  const cycle = cycleOf(indicator);
  const term = termOf(indicator);
  const years = [term[0], term.at(-1)].flatMap((fy) => (fy ? fiscalYearShort(fy) : []));
  const made = surveyedIn(indicator).map(fiscalYearShort).join("、") || "なし";
  return `${cycle?.interval}年ごと${cycle?.madeIn ? `（${years.join("～")}の実施年：${made}）` : ""}`;
}

function cycleOf({ surveyInterval, surveyFy, source, name }: HealthIndicator) {
  if (surveyInterval !== null && surveyInterval > 1)
    return { interval: surveyInterval, madeIn: surveyFy as FiscalYear | null };
  const known = periodicStatistic(source ?? name);
  return known?.about.test(name) ? { interval: known.interval, madeIn: known.madeIn } : null;
}

function unsuitable(indicator: HealthIndicator): Finding[] {
  const known = periodicStatistic(indicator.source ?? "");
  if (known === null || known.about.test(indicator.name)) return [];
  return [
    finding("survey.unsuitable", "warning", [
      of(indicator, "name", `${indicator.name}（${indicator.unit}）`),
      of(indicator, "source", indicator.source ?? ""),
    ]),
  ];
}

/** 「※１ 独自調査（現状） ※２ 社会生活基本調査（目標）」 */
function twoSources(indicator: HealthIndicator): Finding[] {
  const source = plain(indicator.source ?? "");
  if (!/\((?:現状|基準)[^)]*\)/u.test(source) || !/\(目標[^)]*\)/u.test(source)) return [];
  return [
    finding("survey.two_sources", "warning", [
      of(indicator, "source", indicator.source ?? ""),
      baselineOf(indicator),
      targetOf(indicator),
    ]),
  ];
}
