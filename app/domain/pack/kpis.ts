import { displayFigure } from "../figure/display.ts";
import { shownPercent } from "../figure/format.ts";
import type { EvaluationView } from "../rollup/row.ts";
import { nodesOfSheet } from "../sheet/build.ts";
import { sheetIndicator } from "../sheet/indicator.ts";
import type { DefinedIndicator, SheetDetails, SheetNode, SheetRollup } from "../sheet/inputs.ts";
import { resultOf } from "../sheet/year-cells.ts";
import type { PackGroup, PackKpi } from "./content.ts";

type Indicator = DefinedIndicator & { code: string };
type Rollup = Omit<SheetRollup, "indicators"> & {
  indicators: readonly Indicator[];
  evaluations: ReadonlyMap<string, EvaluationView>;
};

/**
 * The KPIs below a goal where they stand, each once: a 再掲 is left to its original. `seen` are the ids
 * of those that earlier goals have listed, and takes up these.
 */
export function packGroups(
  rollup: Rollup,
  goal: SheetNode,
  details: SheetDetails,
  seen: Set<string>,
): PackGroup[] {
  const own = new Set<string>();
  const titles = new Map(rollup.nodes.map(({ id, number, name }) => [id, `${number}　${name}`]));
  const groups = nodesOfSheet(rollup.nodes, goal).map((node): PackGroup => {
    const places = rollup.attachments.filter(
      (place) =>
        place.nodeId === node.id &&
        place.role !== "part" &&
        !place.isRepost &&
        node.repostOfId === null,
    );
    return {
      policy: node.kind === "project" ? (titles.get(node.parentId ?? "") ?? null) : null,
      project: node.kind === "goal" ? null : (titles.get(node.id) ?? null),
      kpis: places.flatMap((place): PackKpi[] => {
        const { indicatorId } = place;
        const indicator = rollup.indicators.find(({ id }) => id === indicatorId);
        const shown = sheetIndicator(rollup, place, details, [rollup.fy]);
        if (!indicator || !shown || own.has(indicatorId)) return [];
        own.add(indicatorId);
        const isListedBefore = seen.has(indicatorId);
        const evaluation = rollup.evaluations.get(indicatorId) ?? null;
        return [{ ...kpiOf(rollup, indicator, evaluation), indicator: shown, isListedBefore }];
      }),
    };
  });
  for (const id of own) seen.add(id);
  return groups.filter(({ kpis }) => kpis.length > 0);
}

function kpiOf(
  { plan, organisationNames }: Rollup,
  indicator: Indicator,
  evaluation: EvaluationView | null,
): Omit<PackKpi, "indicator" | "isListedBefore"> {
  const names = (slugs: readonly string[] = []) =>
    slugs.map((slug) => organisationNames[slug] ?? slug);
  const rate = evaluation?.rate ?? null;
  return {
    code: indicator.code,
    expected: displayFigure(evaluation?.expected ?? null, indicator),
    expectedText: evaluation?.expected === null ? evaluation.expectedText : null,
    expectedFrom: evaluation?.expectedFrom ?? null,
    result: evaluation && resultOf(indicator, evaluation, organisationNames),
    percent: rate === null ? null : shownPercent(rate, plan.rubric.rateDisplay),
    open: {
      provisional: names(evaluation?.provisional),
      underSurvey: names(evaluation?.underSurvey),
      noData: names(evaluation?.noData),
    },
  };
}
