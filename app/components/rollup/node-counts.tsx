import { TextLink } from "#app/components/ui/text-link.tsx";
import type { NodeLink } from "#app/domain/rollup/row.ts";
import type { NodeSummary } from "#app/domain/rollup/summary.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";
import { t } from "#app/i18n/t.ts";
import { paths } from "#app/site/paths.ts";
import { planWords } from "./plan-words.ts";
import { SummaryCounts } from "./summary-counts.tsx";

/** A node's counts by mark on its own page, with the way to what they are made of. */
export function NodeCounts({
  plan,
  node,
  summary,
  fy,
}: {
  plan: { code: string; rubric: Rubric } & Parameters<typeof planWords>[0];
  node: NodeLink;
  summary: NodeSummary;
  fy: number;
}) {
  return (
    <>
      <SummaryCounts
        summary={summary}
        rubric={plan.rubric}
        unit={planWords(plan).counted}
        label={t`${node.name} KPIの評価`}
      />
      <p className="mt-3">
        <TextLink to={paths.count(plan.code, node, fy)}>{t`集計の内訳`}</TextLink>
      </p>
    </>
  );
}
