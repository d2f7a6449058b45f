import { MarkCounts } from "#app/components/evaluation/mark-counts.tsx";
import { type NodeSummary, unknownMarks } from "#app/domain/rollup/summary.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";
import { listText } from "#app/i18n/list.ts";
import { t } from "#app/i18n/t.ts";

/**
 * What the plan counts below a node, by mark, with what has none yet. Marks that stand outside the
 * counts (対象外) are said beside them; so are the outlooks, where the plan gives any.
 */
export function SummaryCounts({
  summary,
  rubric,
  label,
  unit = t`指標`,
  variant = "full",
}: {
  summary: NodeSummary;
  rubric: Pick<Rubric, "marks" | "outlook">;
  label: string;
  /** What is counted: 指標, or what the plan calls its projects. */
  unit?: string;
  variant?: "full" | "bar";
}) {
  const numbered = <Step extends { symbol: string }>(
    scale: readonly Step[],
    counts: Record<string, number>,
  ) => scale.map((step) => ({ ...step, count: counts[step.symbol] ?? 0 }));
  const marks = numbered(rubric.marks, summary.counts);
  const aside = marks.filter((mark) => !mark.counted && mark.count > 0);
  const unknown = unknownMarks(summary.counts, rubric);
  const outlooks = numbered(rubric.outlook, summary.outlooks);
  return (
    <div className="w-full">
      <MarkCounts
        label={label}
        unit={unit}
        counts={marks.filter((mark) => mark.counted && !(mark.byHand && mark.count === 0))}
        withheld={summary.incomplete}
        unreported={summary.notReported}
        noFigure={summary.noFigure}
        variant={variant}
      />
      {variant === "full" && aside.length > 0 && (
        <p className="mt-1.5 text-note text-solid-gray-700">
          {t`件数に含めないもの：${listText(aside.map((mark) => `${mark.label} ${mark.count}`))}`}
        </p>
      )}
      {variant === "full" && unknown.length > 0 && (
        <p className="mt-1.5 text-note text-solid-gray-700">
          {t`いまの評価基準にない評価（人が設定したもの、公表資料のもの）：${listText(
            unknown.map(({ symbol, count }) => `${symbol} ${count}`),
          )}`}
        </p>
      )}
      {variant === "full" && outlooks.some((step) => step.count > 0) && (
        <p className="mt-1.5 text-note text-solid-gray-700">
          {t`達成見込み：${listText(
            outlooks.map((step) => t`${step.symbol}（${step.label}）${step.count}`),
          )}`}
        </p>
      )}
      {variant === "full" && summary.fromPublished && (
        <p className="mt-1.5 text-note text-solid-gray-700">
          {t`公表資料に記載された件数を含みます（個々の${unit}は資料に示されていません）。`}
        </p>
      )}
    </div>
  );
}
