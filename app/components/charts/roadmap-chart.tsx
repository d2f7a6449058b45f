import { MilestoneStrip } from "#app/components/charts/milestone-strip.tsx";
import { caveat, hasFigures, type RoadmapData } from "#app/components/charts/roadmap-data.ts";
import { RoadmapLegend } from "#app/components/charts/roadmap-legend.tsx";
import { RoadmapPlot } from "#app/components/charts/roadmap-plot.tsx";
import { valueExtent } from "#app/components/charts/roadmap-scale.ts";
import { RoadmapTable } from "#app/components/charts/roadmap-table.tsx";
import { DemoTag } from "#app/components/layout/demo-notice.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { formatFigure } from "#app/domain/figure/format.ts";
import type { Direction } from "#app/domain/indicator/definition.ts";
import { fiscalYearShort } from "#app/i18n/fiscal-year.ts";

export type RoadmapChartProps = RoadmapData & {
  /** Name of the indicator. */
  title: string;
  /** The table of the same figures: folded away, open, or left to the page. */
  table?: "folded" | "open" | "none";
  /** Beside others of its kind: only the narrow drawing. */
  compact?: boolean;
  className?: string;
};

const aims: Record<Direction, string> = {
  increase: "↑ 増やすことを目指す指標",
  decrease: "↓ 減らすことを目指す指標",
  at_least: "↑ 目標以上を保つ指標",
  at_most: "↓ 目標以内に抑える指標",
  milestone: "",
};

/** A roadmap: yearly targets and actuals, with all that must be known to read them. */
export function RoadmapChart({
  title,
  table = "folded",
  compact = false,
  className = "",
  ...data
}: RoadmapChartProps) {
  const { points, direction, finalTarget } = data;
  const drawn = hasFigures(data);
  const remarks = points.filter((point) => drawn && point.target === null && point.targetText);
  const demo = points.some(
    (point) => point.demo && (point.actual !== null || Boolean(point.actualText)),
  );
  const aim = aims[direction];
  const plot = { ...data, title, description: describe(data) };
  const tableOf = <RoadmapTable title={title} {...data} />;
  return (
    <figure className={`@container ${drawn ? "max-w-[50rem]" : ""} ${className}`}>
      <figcaption className="mb-2 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1.5">
        {drawn && <RoadmapLegend points={points} baseline={data.baseline} />}
        <p className="flex flex-wrap gap-x-4 text-note text-solid-gray-700">
          {aim && <span>{aim}</span>}
          {finalTarget && <span>最終目標　{finalTarget.label}</span>}
          {demo && (
            <span>
              <DemoTag /> 実績は架空の値
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
            {remarks.map((point) => (
              <p key={point.fy}>
                注　{fiscalYearShort(point.fy)}の目標：{point.targetText?.replace(/^※\s*/, "")}
              </p>
            ))}
            {!fromZero(data) && <p>縦軸は0から始まっていません。</p>}
          </div>
        </>
      ) : (
        <MilestoneStrip points={points} label={`${title}のロードマップ`} />
      )}
      {drawn && table === "open" && <div className="mt-4">{tableOf}</div>}
      {drawn && table === "folded" && (
        <Disclosure small summary="数値を表で見る" className="mt-1">
          {tableOf}
        </Disclosure>
      )}
    </figure>
  );
}

function fromZero({ points, baseline }: RoadmapData): boolean {
  const values = [...points.flatMap((point) => [point.target, point.actual]), baseline?.value];
  const [low, high] = valueExtent(values.filter((value) => value != null).map(Number));
  return low <= 0 && high >= 0;
}

function describe({ points, unit }: RoadmapData): string {
  return points
    .map((point) => {
      const target = point.target === null ? point.targetText : formatFigure(point.target) + unit;
      const note = caveat(point) && `（${caveat(point)}）`;
      const actual =
        point.actual === null
          ? (point.absence ?? "なし")
          : formatFigure(point.actual) + unit + note;
      const mark = point.mark ? `、${point.mark.label}` : "";
      return `${fiscalYearShort(point.fy)}：目標${target ?? "なし"}、実績${actual}${mark}`;
    })
    .join("。");
}
