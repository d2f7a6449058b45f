import { EvaluatedMark } from "#app/components/evaluation/evaluated-mark.tsx";
import { paths } from "#app/components/layout/paths.ts";
import { IndicatorTable } from "#app/components/rollup/indicator-table.tsx";
import { ThemeTags } from "#app/components/rollup/themes.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import type { IndicatorRow, NodeLink } from "#app/domain/rollup/row.ts";
import type { NodeSummary } from "#app/domain/rollup/tree.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";

export type ProjectBranch = {
  node: NodeLink & { isRepost: boolean };
  summary: NodeSummary;
  indicators: IndicatorRow[];
};

/** A project in a list: its name and mark, and its KPIs. */
export function ProjectBlock({
  project,
  plan,
  fy,
  figures,
  names,
}: {
  project: ProjectBranch;
  plan: { code: string; rubric: Rubric };
  fy: number;
  figures: boolean;
  names: Record<string, string>;
}) {
  const { node, summary, indicators } = project;
  return (
    <article className="mt-6 break-inside-avoid">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h3 className="flex flex-wrap items-center gap-x-2 text-std-17B-170">
          <TextLink to={paths.node(plan.code, node, fy)} quiet>
            {node.number}　{node.name}
          </TextLink>
          {node.isRepost && <Tag>再掲</Tag>}
          <ThemeTags themes={node.themes} />
        </h3>
        {figures && indicators.length > 1 && summary.mark !== null && (
          <EvaluatedMark
            evaluation={{ mark: summary.mark, unjudged: null }}
            marks={plan.rubric.marks}
          />
        )}
      </div>
      <IndicatorTable
        caption={`${node.name}のKPI`}
        rows={indicators}
        plan={plan}
        fy={fy}
        figures={figures}
        names={names}
      />
    </article>
  );
}
