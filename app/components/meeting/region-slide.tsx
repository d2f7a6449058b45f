import { MarkGlyph } from "#app/components/evaluation/mark-glyph.tsx";
import { planWords } from "#app/components/rollup/plan-words.ts";
import type { RegionView } from "#app/components/rollup/region-view.ts";
import { changeKindWords } from "#app/i18n/changes.ts";
import { t } from "#app/i18n/t.ts";
import { BigCounts } from "./big-counts.tsx";

/** The whole plan: its counts, and one line for each PT. */
export function RegionSlide({ region }: { region: RegionView }) {
  const { plan, figures, total, goals, movement } = region;
  const words = planWords(plan);
  const marks = plan.rubric.marks.filter(
    ({ counted, byHand, symbol }) => counted && (!byHand || (total.counts[symbol] ?? 0) > 0),
  );
  if (!figures) return <p className="text-[1.3em]">{t`公表された実績はまだありません。`}</p>;
  return (
    <>
      <BigCounts summary={total} rubric={plan.rubric} label={t`${words.whole}の評価`} />
      <div className="mt-[0.6em] overflow-x-auto">
        <table className="w-full border-collapse text-left leading-140">
          <caption className="sr-only">{t`${words.level("goal")}別の評価と報告`}</caption>
          <thead className="text-[0.8em] text-solid-gray-700">
            <tr className="border-b-2 border-solid-gray-900">
              <th scope="col" className="py-[0.2em] pr-[0.8em]">
                {words.level("goal")}
              </th>
              <th scope="col" className="hidden w-[26%] sm:table-cell">
                <span className="sr-only">{t`評価の割合`}</span>
              </th>
              {marks.map(({ symbol, label, tone }) => (
                <th key={symbol} scope="col" className="px-[0.5em] text-right">
                  <MarkGlyph symbol={symbol} tone={tone} className="size-[1.3em]" />
                  <span className="sr-only">{label}</span>
                </th>
              ))}
              <th scope="col" className="pl-[0.8em] text-right">{t`評価なし`}</th>
              <th scope="col" className="pl-[0.8em] text-right">{t`報告済み`}</th>
            </tr>
          </thead>
          <tbody>
            {goals.map(({ node, summary }) => (
              <tr key={node.code} className="border-b border-solid-gray-420">
                <th scope="row" lang="ja" className="py-[0.2em] pr-[0.8em] text-[1.1em] font-bold">
                  {node.name}
                </th>
                <td className="hidden align-middle sm:table-cell">
                  <BigCounts
                    small
                    summary={summary}
                    rubric={plan.rubric}
                    label={t`${node.name}の評価`}
                  />
                </td>
                {marks.map(({ symbol }) => (
                  <td key={symbol} className="px-[0.5em] text-right text-[1.1em] tabular-nums">
                    {summary.counts[symbol] ?? 0}
                  </td>
                ))}
                <td className="pl-[0.8em] text-right text-[1.1em] tabular-nums">
                  {summary.incomplete + summary.noFigure + summary.notReported}
                </td>
                <td className="pl-[0.8em] text-right whitespace-nowrap tabular-nums">
                  {t`${summary.reported}／${summary.expectedReporters}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {movement && movement.counts.length > 0 && (
        <p className="mt-[0.5em] flex flex-wrap gap-x-[1.2em]">
          <span className="text-solid-gray-700">{t`前回からの動き`}</span>
          {movement.counts.map(({ kind, count }) => (
            <span key={kind}>
              {changeKindWords[kind]} <b className="tabular-nums">{count}</b>
            </span>
          ))}
        </p>
      )}
    </>
  );
}
