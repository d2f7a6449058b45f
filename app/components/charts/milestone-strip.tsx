import type { RoadmapPoint } from "#app/components/charts/roadmap-data.ts";
import { MarkBadge } from "#app/components/evaluation/mark-badge.tsx";
import { DemoTag } from "#app/components/layout/demo-notice.tsx";
import { formatFigure } from "#app/i18n/figure.ts";
import { fiscalYearLabel, fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import { t } from "#app/i18n/t.ts";

/** Milestones in words, a cell for each year: what was to be reached, what was, and the mark. */
export function MilestoneStrip({
  points,
  label,
}: {
  points: readonly RoadmapPoint[];
  label: string;
}) {
  return (
    <ol aria-label={label} className="grid gap-x-3 gap-y-4 sm:auto-cols-fr sm:grid-flow-col">
      {points.map((point) => {
        const answered = point.actualText != null || point.actual !== null;
        return (
          <li
            key={point.fy}
            className={`flex flex-col gap-2 border-t-4 pt-2 ${answered ? "border-blue-900" : "border-dashed border-solid-gray-300"}`}
          >
            <p className="text-dns-14B-130 text-solid-gray-900">
              <span aria-hidden="true">
                {fiscalYearShort(point.fy)}
                {!fiscalYearShort(point.fy).includes(String(point.fy)) && (
                  <span className="font-normal text-solid-gray-600">{t`（${point.fy}）`}</span>
                )}
              </span>
              <span className="sr-only">{fiscalYearLabel(point.fy)}</span>
            </p>
            <dl className="flex flex-col gap-2 text-dns-14N-130 leading-150">
              <div>
                <dt className="text-note text-solid-gray-600">{t`目標`}</dt>
                <dd lang="ja">{point.targetText ?? point.target ?? formatFigure(null)}</dd>
              </div>
              <div>
                <dt className="text-note text-solid-gray-600">{t`実績`}</dt>
                <dd className={answered ? "font-bold text-blue-1000" : "text-solid-gray-600"}>
                  {point.actualText ?? point.actual ?? point.absence ?? formatFigure(null)}
                  {point.demo && answered && <DemoTag className="ml-1.5" />}
                </dd>
              </div>
            </dl>
            {point.mark && <MarkBadge mark={point.mark} />}
          </li>
        );
      })}
    </ol>
  );
}
