import { type ChartFileLinks, ChartFiles } from "#app/components/charts/chart-files.tsx";
import { MilestoneStrip } from "#app/components/charts/milestone-strip.tsx";
import { hasFigures, type RoadmapData } from "#app/components/charts/roadmap-data.ts";
import { RoadmapLegend } from "#app/components/charts/roadmap-legend.tsx";
import { RoadmapPlot } from "#app/components/charts/roadmap-plot.tsx";
import { RoadmapTable } from "#app/components/charts/roadmap-table.tsx";
import { aimWords, describeRoadmap, roadmapNotes } from "#app/components/charts/roadmap-words.ts";
import { DemoTag } from "#app/components/layout/demo-notice.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { t } from "#app/i18n/t.ts";

export type RoadmapChartProps = RoadmapData & {
  /** Name of the indicator. */
  title: string;
  /** The table of the same figures: folded away, open, or left to the page. */
  table?: "folded" | "open" | "none";
  /** Beside others of its kind: only the narrow drawing. */
  compact?: boolean;
  /** Where it is saved from. */
  files?: ChartFileLinks;
  className?: string;
};

/** A roadmap: yearly targets and actuals, with all that must be known to read them. */
export function RoadmapChart({
  title,
  table = "folded",
  compact = false,
  files,
  className = "",
  ...data
}: RoadmapChartProps) {
  const { points, direction, finalTarget } = data;
  const drawn = hasFigures(data);
  const demo = points.some(
    (point) => point.demo && (point.actual !== null || Boolean(point.actualText)),
  );
  const aim = aimWords(direction);
  const plot = { ...data, title, description: describeRoadmap(data) };
  const tableOf = <RoadmapTable title={title} {...data} />;
  return (
    <figure className={`@container ${drawn ? "max-w-[50rem]" : ""} ${className}`}>
      <figcaption className="mb-2 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1.5">
        {drawn && <RoadmapLegend {...data} />}
        <p className="flex flex-wrap gap-x-4 text-note text-solid-gray-700">
          {aim && <span>{aim}</span>}
          {finalTarget && <span>{t`最終目標　${finalTarget.label}`}</span>}
          {demo && (
            <span>
              <DemoTag /> {t`実績は架空の値`}
            </span>
          )}
        </p>
      </figcaption>
      {drawn ? (
        <>
          {!compact && (
            <RoadmapPlot {...plot} variant="wide" className="hidden h-auto w-full @xl:block" />
          )}
          <RoadmapPlot
            {...plot}
            variant="compact"
            className={`block h-auto w-full max-w-[26rem] ${compact ? "" : "@xl:hidden"}`}
          />
          <div className="text-note text-solid-gray-600">
            {roadmapNotes(data).map((note) => (
              <p key={note}>{note}</p>
            ))}
          </div>
        </>
      ) : (
        <MilestoneStrip points={points} label={t`${title}のロードマップ`} />
      )}
      {drawn && table === "open" && <div className="mt-4">{tableOf}</div>}
      <div className="mt-1 flex flex-wrap items-start justify-between gap-x-6 gap-y-1 empty:hidden">
        {drawn && table === "folded" && (
          <Disclosure small summary={t`数値を表で見る`} className="min-w-0 max-w-full open:w-full">
            {tableOf}
          </Disclosure>
        )}
        {files && <ChartFiles links={files} of={title} className="py-2" />}
      </div>
    </figure>
  );
}
