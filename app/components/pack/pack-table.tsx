import { listedKpis, type PackContent } from "#app/domain/pack/content.ts";
import { KpiTable } from "./kpi-table.tsx";

/** Every KPI of the pack once, PT by PT. */
export function PackTable({ content }: { content: PackContent }) {
  const { goals, fy, rubric } = content;
  const kpis = listedKpis(goals);
  return (
    <KpiTable
      wide
      caption="KPIの一覧"
      fy={fy}
      rubric={rubric}
      groups={goals.map(({ sheet: { node } }) => ({
        key: node.code,
        title: node.name,
        kpis: kpis.filter(({ goal }) => goal.code === node.code),
      }))}
    />
  );
}
