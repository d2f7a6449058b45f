import { pairsOf, searchText } from "#app/domain/search/text.ts";
import type { searchEntries } from "#db/schema/index.ts";
import { seedId } from "#seeds/seed-id.ts";
import type { PlanRows } from "./plan-rows.ts";

type Entry = typeof searchEntries.$inferSelect;

/** What can be found of a plan: its nodes with their purpose and activities, and its indicators. */
export function searchRows(rows: PlanRows): Entry[] {
  const nodes = new Map(rows.nodes.map((node) => [node.id, node]));
  const placeOf = (id: string | null): string[] => {
    const node = id === null ? undefined : nodes.get(id);
    return node ? [...placeOf(node.parentId), node.name] : [];
  };
  const purposes = new Map(rows.projects.map((project) => [project.nodeId, project]));
  const entry = (
    kind: Entry["kind"],
    item: { code: string; name: string },
    place: string[],
    further: (string | null | undefined)[],
  ): Omit<Entry, "position"> => {
    const searched = searchText([item.name, item.code, ...further].filter(Boolean).join("\u001f"));
    return {
      id: seedId("search", rows.plan.code, kind, item.code),
      planId: rows.plan.id,
      kind,
      code: item.code,
      subjectId: null,
      name: item.name,
      place: place.join("　＞　"),
      searchedName: searchText(item.name),
      searched,
      pairs: pairsOf(searched),
    };
  };
  const found = [
    ...rows.nodes
      // A repost is found as its original.
      .filter((node) => node.repostOfId === null)
      .map((node) => {
        const project = purposes.get(node.id);
        return entry(node.kind, node, placeOf(node.parentId), [
          project?.purpose,
          project?.bureau,
          ...rows.activities.filter((a) => a.nodeId === node.id).map((a) => a.name),
        ]);
      }),
    ...rows.indicators.map((indicator) =>
      entry("indicator", indicator, placeOf(indicator.homeNodeId), [
        indicator.unit,
        indicator.source,
        ...rows.attachments
          .filter((place) => place.indicatorId === indicator.id)
          .flatMap((place) => [place.name, place.code]),
      ]),
    ),
  ];
  return found.map((row, index) => ({ ...row, position: index + 1 }));
}
