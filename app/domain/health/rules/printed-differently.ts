import { yearsIn } from "../as-of.ts";
import { actualOf, of } from "../evidence.ts";
import { type Evidence, type Finding, finding, together } from "../finding.ts";
import type { HealthIndicator, HealthPlan } from "../plan.ts";
import { plain, printedFigures } from "../printed-figures.ts";
import { bothYears, pairsWithCloseActuals } from "./duplicates.ts";
import { definitionOf, namesakes } from "./same-indicator.ts";

/** What one place prints otherwise than another: a note of the place, two texts in one, results. */
export function printedDifferently(plan: HealthPlan): Finding[] {
  return [
    ...plan.indicators.flatMap(noted),
    ...plan.indicators.flatMap(twoTexts),
    ...differentActuals(plan),
  ];
}

function noted(indicator: HealthIndicator): Finding[] {
  const evidence = indicator.places.flatMap(({ node, printedDifferently: text }): Evidence[] =>
    text === null ? [] : [{ indicator: indicator.code, node, kind: "printed", text }],
  );
  return together("printed-differently.place", "warning", evidence);
}

/** 「現状：０件（概要）／R４年度 -（個票）」: the places of one text disagree in figure or year. */
function twoTexts(indicator: HealthIndicator): Finding[] {
  const { baseline, target } = indicator;
  const evidence = [
    ...(disagrees(baseline.text) ? [of(indicator, "baseline", baseline.text ?? "")] : []),
    ...(disagrees(target.text) ? [of(indicator, "target", target.text)] : []),
  ];
  return evidence.length > 0 ? [finding("printed-differently.texts", "warning", evidence)] : [];
}

const placeMark = /\((?:概要|個票|文中|本文|表中|表|図中|図)\)/u;

function disagrees(text: string | null): boolean {
  const said = plain(text ?? "").split("/");
  if (said.length < 2 || !said.every((one) => placeMark.test(one))) return false;
  const variants = (of: (one: string) => string) => new Set(said.map(of)).size;
  const figures = variants((one) =>
    printedFigures(one)
      .map((f) => f.value.toFraction())
      .join(),
  );
  // A year that only one of them prints is no contradiction.
  const years = said.map((one) => yearsIn(one).join()).filter((year) => year !== "");
  return figures > 1 || new Set(years).size > 1;
}

/**
 * The result of a year that two places give differently (企業等との共同研究 H28: 4件 and 7件). Where
 * another year agrees it is one thing for certain, and one of the figures is wrong.
 */
function differentActuals(plan: HealthPlan): Finding[] {
  const twins = namesakes(plan).flatMap((group) =>
    group.flatMap((one, index) =>
      group
        .slice(index + 1)
        .flatMap((other) =>
          definitionOf(one) === definitionOf(other) ? [[one, other] as const] : [],
        ),
    ),
  );
  return [
    ...twins.flatMap((pair) => differing(pair, true)),
    ...pairsWithCloseActuals(plan).flatMap((pair) => differing(pair, false)),
  ];
}

type Pair = readonly [HealthIndicator, HealthIndicator];

function differing(pair: Pair, sameDefinition: boolean): Finding[] {
  const years = bothYears(...pair);
  const odd = new Set(years.filter(({ values: [a, b] }) => !a.equals(b)).map(({ fy }) => fy));
  if (odd.size === 0) return [];
  const severity = sameDefinition && odd.size < years.length ? "error" : "warning";
  const evidence = pair.flatMap((indicator) =>
    indicator.actuals
      .filter((actual) => odd.has(actual.fy))
      .map((actual) => actualOf(indicator, actual)),
  );
  return [finding("printed-differently.actuals", severity, evidence)];
}
