import type { PlanContent, PlanContentIndicator, PlanContentNode } from "./content.ts";
import type { SubjectChange } from "./diff.ts";

/** What a list of changes says beside the differences themselves. */
export type ChangeContext = {
  /** Names by code of everything in either version, for what refers to it. */
  names: Record<string, string>;
  /** What is new, as a whole, by code. */
  newNodes: Record<string, PlanContentNode>;
  newIndicators: Record<string, PlanContentIndicator>;
  /** By code of an indicator. */
  units: Record<string, string>;
};

/** What a reader needs to understand the changes between two versions of a plan. */
export function changeContext(
  before: PlanContent,
  after: PlanContent,
  changes: readonly SubjectChange[],
): ChangeContext {
  const isNew = (kind: SubjectChange["kind"], code: string) =>
    changes.some(
      (one) =>
        one.kind === kind &&
        one.code === code &&
        (one.change === "added" || one.change === "reposted"),
    );
  const named = [...before.nodes, ...before.indicators, ...after.nodes, ...after.indicators];
  return {
    names: Object.fromEntries(named.map(({ code, name }) => [code, name])),
    newNodes: byCode(after.nodes.filter(({ code }) => isNew("node", code))),
    newIndicators: byCode(after.indicators.filter(({ code }) => isNew("indicator", code))),
    units: Object.fromEntries(after.indicators.map(({ code, unit }) => [code, unit])),
  };
}

function byCode<Thing extends { code: string }>(things: readonly Thing[]): Record<string, Thing> {
  return Object.fromEntries(things.map((thing) => [thing.code, thing]));
}
