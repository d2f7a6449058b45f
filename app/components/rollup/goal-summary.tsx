import { planWords } from "#app/components/rollup/plan-words.ts";
import { SummaryCounts } from "#app/components/rollup/summary-counts.tsx";
import { ThemeTags } from "#app/components/rollup/themes.tsx";
import { ProgressBar } from "#app/components/ui/progress-bar.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import type { NodeLink } from "#app/domain/rollup/row.ts";
import type { NodeSummary } from "#app/domain/rollup/summary.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";
import { paths } from "#app/site/paths.ts";

/** One PT on the region page: lead, marks, completeness, and its policies as the way down. */
export function GoalSummary({
  goal,
  plan,
  fy,
  figures,
}: {
  goal: {
    node: NodeLink & { lead: { shortName: string } | null };
    summary: NodeSummary;
    policies: readonly { node: NodeLink; summary: NodeSummary; onlyReposts: boolean }[];
  };
  plan: { code: string; rubric: Rubric } & Parameters<typeof planWords>[0];
  fy: number;
  figures: boolean;
}) {
  const { node, summary } = goal;
  return (
    <li className="flex flex-col rounded-8 border border-solid-gray-420 p-5 break-inside-avoid">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="text-std-20B-150">
          <TextLink to={paths.node(plan.code, node, fy)} quiet>
            {node.name}
          </TextLink>
        </h3>
        {node.lead && (
          <p className="text-dns-14N-130 text-solid-gray-700">
            {planWords(plan).lead}　{node.lead.shortName}
          </p>
        )}
      </div>
      {figures && (
        <div className="mt-4 space-y-4">
          <SummaryCounts
            summary={summary}
            rubric={plan.rubric}
            unit={planWords(plan).counted}
            label={`${node.name} KPIの評価`}
          />
          {summary.expectedReporters > 0 && (
            <ProgressBar
              label={`${node.name}の報告済み`}
              labelVisible
              value={summary.reported}
              total={summary.expectedReporters}
              unit="件"
            />
          )}
        </div>
      )}
      <ul className="mt-4 border-t border-solid-gray-200">
        {goal.policies.map((policy) => (
          <li
            key={policy.node.code}
            className="flex flex-wrap items-center justify-between gap-x-4 border-b border-solid-gray-200 py-1.5 last:border-b-0"
          >
            <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 text-dns-14N-130">
              <TextLink to={paths.node(plan.code, policy.node, fy)} quiet>
                {policy.node.number}　{policy.node.name}
              </TextLink>
              <ThemeTags themes={policy.node.themes} />
            </span>
            {policy.summary.counted === 0 ? (
              <span className="text-note text-solid-gray-600">
                {policy.onlyReposts ? "再掲のみ" : "KPIなし"}
              </span>
            ) : (
              figures && (
                <span className="w-28 shrink-0">
                  <SummaryCounts
                    summary={policy.summary}
                    rubric={plan.rubric}
                    label={`${policy.node.name} KPIの評価`}
                    variant="bar"
                  />
                </span>
              )
            )}
          </li>
        ))}
      </ul>
    </li>
  );
}
