import type { NodeKind } from "../indicator/definition.ts";
import type { PlanContent } from "../plan/content.ts";
import { pairsOf, searchText } from "./text.ts";

/** What can be found of a plan's definition. */
export type PlanEntry = {
  kind: NodeKind | "indicator";
  code: string;
  name: string;
  /** Where it stands: the nodes above it. */
  place: string;
  searchedName: string;
  searched: string;
  pairs: string[];
  position: number;
};

/** The nodes of a plan with their purpose and activities, and its indicators. */
export function planEntries({ nodes, indicators }: PlanContent): PlanEntry[] {
  const byCode = new Map(nodes.map((node) => [node.code, node]));
  const placeOf = (code: string | null): string[] => {
    const node = code === null ? undefined : byCode.get(code);
    return node ? [...placeOf(node.parent), node.name] : [];
  };
  const entry = (
    kind: PlanEntry["kind"],
    item: { code: string; name: string },
    place: string[],
    further: (string | null | undefined)[],
  ) => {
    const searched = searchText([item.name, item.code, ...further].filter(Boolean).join("\u001f"));
    return {
      kind,
      code: item.code,
      name: item.name,
      place: place.join("　＞　"),
      searchedName: searchText(item.name),
      searched,
      pairs: pairsOf(searched),
    };
  };
  const found = [
    ...nodes
      // A repost is found as its original.
      .filter((node) => node.repostOf === null)
      .map((node) =>
        entry(node.kind, node, placeOf(node.parent), [
          node.project?.purpose,
          node.project?.bureau,
          ...node.activities.map(({ name }) => name),
        ]),
      ),
    ...indicators.map((indicator) =>
      entry("indicator", indicator, placeOf(indicator.home), [
        indicator.unit,
        indicator.source,
        ...indicator.shownOn.flatMap(({ name, code }) => [name, code]),
      ]),
    ),
  ];
  return found.map((row, index) => ({ ...row, position: index + 1 }));
}
