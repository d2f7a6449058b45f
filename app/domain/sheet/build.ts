import { type FiscalYear, yearRange } from "../fiscal-year/fiscal-year.ts";
import type { NodeLink } from "../rollup/row.ts";
import { countTable } from "./counts.ts";
import type { EvaluationSheet, SheetMeasure, SheetSection } from "./evaluation-sheet.ts";
import { sheetIndicator } from "./indicator.ts";
import type { SheetDetails, SheetNode, SheetRollup } from "./inputs.ts";

/** What a sheet is about: everything below a goal, or what a strategy refers to. */
export function nodesOfSheet(nodes: readonly SheetNode[], node: SheetNode): SheetNode[] {
  const below = (id: string): SheetNode[] =>
    nodes.filter((n) => n.parentId === id).flatMap((n) => [n, ...below(n.id)]);
  if (node.kind !== "strategy") return [node, ...below(node.id)];
  const linked = nodes.filter((n) => node.links.includes(n.id));
  const policies = nodes.filter((n) => linked.some((one) => one.parentId === n.id));
  return [node, ...policies, ...linked];
}

/** Makes the sheet of a goal or a strategy; its columns are the years of what stands in it unless given. */
export function evaluationSheet(
  rollup: SheetRollup,
  node: SheetNode,
  details: SheetDetails,
  given?: FiscalYear[],
): EvaluationSheet {
  const { plan, fy } = rollup;
  const within = nodesOfSheet(rollup.nodes, node);
  const years = given ?? yearsOf(rollup, within);
  const indicatorsOf = (nodeId: string) =>
    rollup.attachments
      .filter((place) => place.nodeId === nodeId && place.role !== "part")
      .flatMap((place) => sheetIndicator(rollup, place, details, years) ?? []);
  const measure = (one: SheetNode): SheetMeasure => {
    const original = rollup.nodes.find((n) => n.id === one.repostOfId) ?? null;
    const own = details.nodes.get((original ?? one).id);
    const summary = rollup.byNode.get(one.id);
    return {
      node: link(one),
      isRepost: original !== null,
      repostOf: original?.number ?? null,
      bureau: details.nodes.get(one.id)?.bureau ?? own?.bureau ?? null,
      fundingTags: own?.fundingTags ?? [],
      mark: summary?.mark ?? null,
      computedMark: summary?.computedMark ?? null,
      indicators: indicatorsOf(one.id),
      activities: own?.activities ?? [],
      strategies: rollup.nodes.filter((n) => n.links.includes((original ?? one).id)).map(link),
    };
  };
  const sections: SheetSection[] = within
    .filter((one) => one.kind === "policy")
    .map((policy) => ({
      node: link(policy),
      measures: within
        .filter((one) => one.kind === "project" && one.parentId === policy.id)
        .map(measure),
    }));
  const outcomes = indicatorsOf(node.id);
  const shown = [...outcomes, ...sections.flatMap((s) => s.measures.flatMap((m) => m.indicators))];
  const own = details.nodes.get(node.id);
  const named = (role: string) =>
    (own?.organisations ?? []).filter((o) => o.role === role).map((o) => o.shortName);
  const counted = (one: SheetNode) => {
    const summary = rollup.byNode.get(one.id);
    return summary ? [{ node: link(one), summary }] : [];
  };
  const [whole] = counted(node);
  if (!whole) throw new RangeError(`No summary of ${node.code}`);
  const { narratives } = details;
  return {
    layout: plan.sheet,
    plan: {
      code: plan.code,
      name: plan.name,
      firstFy: plan.firstFy,
      lastFy: plan.lastFy,
      levelNames: plan.levelNames,
      ownerKind: plan.ownerKind,
    },
    rubric: plan.rubric,
    fy,
    years,
    figures: rollup.figures,
    edition: rollup.edition,
    node: link(node),
    leaders: own?.leaders ?? [],
    lead: named("lead"),
    partners: named("economic_partner"),
    outcomes,
    sections,
    activities: own?.activities ?? [],
    counts: countTable(
      whole,
      // A strategy counts what it refers to as a whole; its policies count others beside.
      node.kind === "strategy"
        ? []
        : within
            .filter((one) => one.kind === "policy" && one.parentId === node.id)
            .flatMap(counted),
      plan.rubric,
    ),
    narratives: {
      overview: narratives.overview ?? null,
      efforts: narratives.efforts ?? null,
      evaluation: narratives.evaluation ?? null,
      issues: narratives.issues ?? null,
      next_steps: narratives.next_steps ?? null,
    },
    isDemo: shown.some((one) => one.years.some((year) => year.result?.isDemo)),
  };
}

/** The plan's years, but for those at either end in which nothing that is shown has a target. */
function yearsOf(
  { plan, attachments, indicators }: SheetRollup,
  within: SheetNode[],
): FiscalYear[] {
  const ids = new Set(within.map((node) => node.id));
  const shown = attachments.flatMap((place) =>
    ids.has(place.nodeId) ? indicators.filter((one) => one.id === place.indicatorId) : [],
  );
  if (shown.length === 0) return yearRange(plan.firstFy, plan.lastFy);
  return yearRange(
    Math.max(plan.firstFy, Math.min(...shown.map((one) => one.firstFy))),
    Math.min(plan.lastFy, Math.max(...shown.map((one) => one.lastFy))),
  );
}

function link({ kind, code, number, name, themes }: SheetNode): NodeLink {
  return { kind, code, number, name, themes };
}
