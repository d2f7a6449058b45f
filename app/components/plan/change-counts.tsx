import { Stat, StatGroup } from "#app/components/ui/stat.tsx";
import type { ChangeGroup } from "#app/domain/plan/change-list.ts";
import { changeKinds } from "#app/domain/plan/diff.ts";
import { changeKindLabels } from "#app/i18n/revision.ts";

/** How many projects, and not policies or goals, are new or changed. */
export function ChangeCounts({
  groups,
  unit,
}: {
  groups: readonly ChangeGroup[];
  /** What is counted: 事業. */
  unit: string;
}) {
  const projects = groups.flatMap(({ entries }) =>
    entries.filter(({ node }) => node.kind === "project"),
  );
  const counts = changeKinds.map((kind) => ({
    kind,
    count: projects.filter(({ change }) => change === kind).length,
  }));
  return (
    <StatGroup className="mb-10">
      {counts
        .filter(({ kind, count }) => count > 0 || kind === "added" || kind === "changed")
        .map(({ kind, count }) => (
          <Stat key={kind} label={changeKindLabels[kind]} figure={count} unit={unit} />
        ))}
    </StatGroup>
  );
}
