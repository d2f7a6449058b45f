import { type Exact, exact } from "../../figure/exact.ts";
import { countsFromZero, figureOf } from "../counting.ts";
import { actualOf, baselineOf, targetOf } from "../evidence.ts";
import { type Evidence, type Finding, finding, together } from "../finding.ts";
import type { HealthIndicator, HealthPlan } from "../plan.ts";
import { isBetter, yearlyCells } from "../yearly-cells.ts";
import { hasOtherUnit } from "./units.ts";

/**
 * A target that the baseline meets already (男性の家事・育児時間: 21.25 against a target of 21), or
 * that later results have passed before the term is over.
 */
export function targetReached({ indicators }: HealthPlan): Finding[] {
  const surpassed: Finding[] = [];
  const equal: HealthIndicator[] = [];
  const early: Evidence[] = [];
  for (const indicator of indicators) {
    const baseline = figureOf(indicator.baseline.value);
    const target = figureOf(indicator.target.value);
    if (target === null || indicator.direction === "milestone") continue;
    const met = baseline !== null && !isBetter(target, baseline, indicator);
    if (met && (countsFromZero(indicator) || countsOtherwise(indicator))) continue;
    const evidence = [targetOf(indicator), baselineOf(indicator)];
    if (met && baseline.equals(target)) {
      if (!saysKeep(indicator)) equal.push(indicator);
    } else if (met) surpassed.push(finding("target-reached.surpassed", "error", evidence));
    else early.push(...passedByActual(indicator, target));
  }
  const kept = equal.flatMap((indicator) => [targetOf(indicator), baselineOf(indicator)]);
  return [
    ...surpassed,
    ...together("target-reached.equal", "notice", kept),
    ...together("target-reached.by_actual", "notice", early),
  ];
}

/** A baseline in another unit (65人 beside 50人増/年) is not to be compared; the units are a finding. */
function countsOtherwise(indicator: HealthIndicator): boolean {
  const { text, value } = indicator.baseline;
  return hasOtherUnit(text ?? "", value, indicator);
}

/** 維持 says itself that nothing more is aimed at. */
function saysKeep({ name, target }: HealthIndicator): boolean {
  return /維持/u.test(name + target.text);
}

/** A final target that a year before the due one has passed, though more was to come. */
function passedByActual(indicator: HealthIndicator, target: Exact): Evidence[] {
  const due = indicator.target.fy ?? indicator.lastFy;
  const early = indicator.actuals.find(
    ({ fy, value }) =>
      fy < due &&
      value !== null &&
      isBetter(exact(value), target, indicator) &&
      // Where the same is asked of every year, reaching it early is what was meant.
      !yearlyCells(indicator).some((cell) => cell.fy === fy && cell.value.equals(target)),
  );
  return early ? [targetOf(indicator), actualOf(indicator, early)] : [];
}
