import { type Finding, healthRules, severities } from "./finding.ts";
import type { HealthPlan } from "./plan.ts";
import { cumulativeUnderAnnual } from "./rules/cumulative.ts";
import {
  ratesWithoutParts,
  targetYears,
  withoutBaseline,
  withoutReporters,
  withoutSource,
  withoutTarget,
} from "./rules/definitions.ts";
import { duplicates } from "./rules/duplicates.ts";
import { mixedMeasures } from "./rules/mixed-measures.ts";
import { namesDiffer, repostMarks } from "./rules/names.ts";
import { targetPace } from "./rules/pace.ts";
import { printedDifferently } from "./rules/printed-differently.ts";
import { targetReached } from "./rules/reached.ts";
import { roadmapBackwards } from "./rules/roadmap-backwards.ts";
import { roadmapSum } from "./rules/roadmap-sum.ts";
import { sameIndicatorDiffers } from "./rules/same-indicator.ts";
import { surveys } from "./rules/survey.ts";
import { targetAgainstOverview, targetAgainstRoadmap } from "./rules/target-places.ts";
import { unitAgainstName } from "./rules/unit-names.ts";
import { unitVariants } from "./rules/units.ts";

const rules: readonly ((plan: HealthPlan) => Finding[])[] = [
  targetAgainstRoadmap,
  targetAgainstOverview,
  roadmapSum,
  sameIndicatorDiffers,
  printedDifferently,
  targetReached,
  targetPace,
  roadmapBackwards,
  cumulativeUnderAnnual,
  duplicates,
  unitVariants,
  unitAgainstName,
  mixedMeasures,
  ratesWithoutParts,
  targetYears,
  withoutTarget,
  withoutReporters,
  withoutBaseline,
  withoutSource,
  surveys,
  namesDiffer,
  repostMarks,
];

const order: string[] = Object.entries(healthRules).flatMap(([rule, cases]) =>
  cases.map((found) => `${rule}.${found}`),
);

/**
 * Everything of a plan that does not fit (計画点検): by severity, then rule, then the order of the
 * plan. A pure function of the definitions, and of results where the reader may see them.
 */
export function checkPlan(plan: HealthPlan): Finding[] {
  const rank = ({ severity, case: found }: Finding) =>
    severities.indexOf(severity) * order.length + order.indexOf(found);
  return rules.flatMap((rule) => rule(plan)).sort((a, b) => rank(a) - rank(b));
}
