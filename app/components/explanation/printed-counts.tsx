import { Section } from "#app/components/layout/section.tsx";
import { SummaryCounts } from "#app/components/rollup/summary-counts.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import type { NodeLink } from "#app/domain/rollup/row.ts";
import type { NodeSummary } from "#app/domain/rollup/summary.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";
import { t } from "#app/i18n/t.ts";
import { paths } from "#app/site/paths.ts";

/** Places whose counts by mark are those of published papers, which do not name the KPIs. */
export function PrintedCounts({
  plan,
  fy,
  printed,
  unit,
}: {
  plan: { code: string; rubric: Rubric };
  fy: number;
  printed: readonly { node: NodeLink; summary: NodeSummary }[];
  /** What is counted. */
  unit: string;
}) {
  return (
    <Section
      title={t`公表資料の件数をそのまま使ったもの`}
      lead={t`資料に個々のKPIが示されていないため、記載された件数を数えています。`}
    >
      <ul className="border-t border-solid-gray-420">
        {printed.map(({ node, summary }) => (
          <li key={node.code} className="border-b border-solid-gray-420 py-3">
            <p className="mb-2">
              <TextLink to={paths.node(plan.code, node, fy)} quiet>
                {t`${node.number}　${node.name}`}
              </TextLink>
            </p>
            <SummaryCounts
              summary={{ ...summary, fromPublished: false }}
              rubric={plan.rubric}
              unit={unit}
              label={t`${node.name} KPIの評価`}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}
