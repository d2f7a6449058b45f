import { MarkCounts } from "#app/components/evaluation/mark-counts.tsx";
import type { NodeSummary } from "#app/domain/rollup/tree.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";

/** The KPIs of a node by mark, with those that have none yet. */
export function SummaryCounts({
  summary,
  marks,
  label,
  variant = "full",
}: {
  summary: NodeSummary;
  marks: Rubric["marks"];
  label: string;
  variant?: "full" | "bar";
}) {
  return (
    <MarkCounts
      label={label}
      counts={marks.map((mark) => ({ ...mark, count: summary.counts[mark.symbol] ?? 0 }))}
      withheld={summary.incomplete}
      unreported={summary.notReported}
      variant={variant}
    />
  );
}
