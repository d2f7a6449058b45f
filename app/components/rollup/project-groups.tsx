import { EvaluatedMark } from "#app/components/evaluation/evaluated-mark.tsx";
import type { IndicatorGroup } from "#app/components/rollup/indicator-table.tsx";
import { ThemeTags } from "#app/components/rollup/themes.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import type { IndicatorRow, NodeLink } from "#app/domain/rollup/row.ts";
import type { NodeSummary } from "#app/domain/rollup/summary.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";
import { t } from "#app/i18n/t.ts";
import { paths } from "#app/site/paths.ts";

type ProjectBranch = {
  node: NodeLink & { isRepost: boolean };
  summary: NodeSummary;
  indicators: IndicatorRow[];
};

/** Projects as groups of an indicator table: the name as the way down, and the combined mark. */
export function projectGroups(
  projects: readonly ProjectBranch[],
  plan: { code: string; rubric: Rubric },
  fy: number,
): IndicatorGroup[] {
  return projects.map(({ node, summary, indicators }) => ({
    rows: indicators,
    heading: {
      key: node.code,
      title: (
        <span className="inline-flex flex-wrap items-center gap-x-2">
          <TextLink to={paths.node(plan.code, node, fy)} quiet>
            {t`${node.number}　${node.name}`}
          </TextLink>
          {node.isRepost && <Tag>{t`再掲`}</Tag>}
          <ThemeTags themes={node.themes} />
        </span>
      ),
      aside: (indicators.length > 1 || summary.mark !== summary.computedMark) &&
        summary.mark !== null && (
          <EvaluatedMark evaluation={{ ...summary, unjudged: null }} marks={plan.rubric.marks} />
        ),
    },
  }));
}
