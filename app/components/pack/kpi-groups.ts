import type { PackContent, PackGoal } from "#app/domain/pack/content.ts";
import type { KpiGroup } from "./kpi-table.tsx";

/** The KPIs of a PT under the policies and projects of the plan. */
export function kpiGroups(
  { groups, sheet: { node } }: PackGoal,
  { ownerKind }: PackContent["plan"],
): KpiGroup[] {
  let above: string | null = null;
  return groups.flatMap(({ policy, project, kpis }, index): KpiGroup[] => {
    const key = `${node.code} ${index}`;
    if (project === null)
      return [{ key, title: ownerKind === "council" ? "目指す成果" : "数値目標", kpis }];
    const isNew = policy !== null && policy !== above;
    above = policy;
    return [
      ...(isNew ? [{ key: `${key} policy`, title: policy, kpis: [] }] : []),
      { key, title: project, minor: policy !== null, kpis },
    ];
  });
}
