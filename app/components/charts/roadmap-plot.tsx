import { textWidth } from "#app/components/charts/label-placement.ts";
import {
  drawnProjection,
  type RoadmapData,
  type RoadmapPoint,
} from "#app/components/charts/roadmap-data.ts";
import { roadmapLabels } from "#app/components/charts/roadmap-labels.ts";
import { Projection } from "#app/components/charts/roadmap-projection.tsx";
import {
  type Frame,
  type RoadmapScale,
  roadmapScale,
} from "#app/components/charts/roadmap-scale.ts";
import { Actuals, Targets } from "#app/components/charts/roadmap-series.tsx";
import { useSvgId } from "#app/components/charts/svg-id.ts";
import { MarkGlyph, toneFill } from "#app/components/evaluation/mark-glyph.tsx";
import { formatFigure } from "#app/i18n/figure.ts";
import { fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import { t } from "#app/i18n/t.ts";

const frames: Record<"wide" | "compact", Frame> = {
  wide: { width: 660, height: 304, left: 62, right: 8, top: 30, bottom: 54 },
  compact: { width: 352, height: 288, left: 2, right: 2, top: 30, bottom: 54 },
};

function withoutMarks(frame: Frame): Frame {
  return { ...frame, height: frame.height - 24, bottom: frame.bottom - 24 };
}

export type RoadmapPlotProps = RoadmapData & {
  title: string;
  description: string;
  variant: "wide" | "compact";
  className?: string;
  /** Where it stands inside another drawing. */
  place?: { x: number; y: number };
};

/** The room that a roadmap takes, in its own units. */
export function plotSize(points: readonly RoadmapPoint[], variant: "wide" | "compact"): Frame {
  const marked = points.some((point) => point.mark);
  return marked ? frames[variant] : withoutMarks(frames[variant]);
}

/** The drawing of a roadmap: targets as dashed ledges, actuals as a line, years as columns. */
export function RoadmapPlot({
  title,
  description,
  variant,
  className,
  place,
  ...data
}: RoadmapPlotProps) {
  const id = useSvgId();
  const frame = plotSize(data.points, variant);
  const projection = drawnProjection(data);
  const scale = roadmapScale(data, frame);
  const labels = roadmapLabels(data, scale, frame);
  const right = frame.width - frame.right;
  const foot = frame.height - frame.bottom;
  const baselineY = data.baseline?.value != null ? scale.y(Number(data.baseline.value)) : null;
  return (
    <svg
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      className={className}
      {...(place && { ...place, width: frame.width, height: frame.height })}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      <text
        x={variant === "wide" ? frame.left - 8 : 2}
        y={14}
        textAnchor={variant === "wide" ? "end" : "start"}
        className="fill-solid-gray-600 text-[12px]"
      >
        {variant === "wide" ? data.unit : t`単位：${data.unit}`}
      </text>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line
            x1={frame.left}
            x2={right}
            y1={scale.y(tick)}
            y2={scale.y(tick)}
            className={tick === 0 ? "stroke-solid-gray-420" : "stroke-solid-gray-100"}
          />
          {variant === "wide" && (
            <text
              x={frame.left - 8}
              y={scale.y(tick) + 4}
              textAnchor="end"
              className="fill-solid-gray-600 text-[12px] tabular-nums"
            >
              {formatFigure(String(Number(tick.toPrecision(12))))}
            </text>
          )}
        </g>
      ))}
      <line x1={frame.left} x2={right} y1={foot} y2={foot} className="stroke-solid-gray-900" />
      {baselineY !== null && (
        <line
          x1={frame.left}
          x2={right}
          y1={baselineY}
          y2={baselineY}
          className="stroke-solid-gray-500"
          strokeDasharray="1 3"
          strokeLinecap="round"
          strokeWidth="1.5"
        />
      )}
      {data.points.map((point, index) => (
        <Year
          key={point.fy}
          point={point}
          index={index}
          scale={scale}
          frame={frame}
          wide={variant === "wide"}
        />
      ))}
      {projection && (
        <Projection projection={projection} points={data.points} scale={scale} frame={frame} />
      )}
      <Targets points={data.points} scale={scale} final={data.finalTarget?.value ?? null} />
      <Actuals points={data.points} scale={scale} />
      {labels.map((label) => (
        <text
          key={label.key}
          x={label.x}
          y={label.y}
          textAnchor="middle"
          strokeWidth="4"
          strokeLinejoin="round"
          className={`stroke-white tabular-nums [paint-order:stroke] ${labelLooks[label.kind]}`}
        >
          {label.text}
          {label.caveat && (
            // Its halo must not wipe out the commas of the line above.
            <tspan x={label.x} dy="13" strokeWidth="2" className="text-[11px] font-normal">
              {label.caveat}
            </tspan>
          )}
        </text>
      ))}
    </svg>
  );
}

const labelLooks = {
  actual: "fill-blue-1000 text-[14px] font-bold",
  target: "fill-solid-gray-700 text-[12.5px]",
  baseline: "fill-solid-gray-600 text-[12px]",
  projection: "fill-blue-900 text-[12.5px]",
};

type ColumnProps = {
  point: RoadmapPoint;
  index: number;
  scale: RoadmapScale;
  frame: Frame;
  wide: boolean;
};

function Year({ point, index, scale, frame, wide }: ColumnProps) {
  const x = scale.centre(index);
  const foot = frame.height - frame.bottom;
  const undecided = point.target === null && point.targetText !== null;
  const mark = point.mark;
  const words = mark && textWidth(mark.label, 12) + 24 < scale.column ? mark.label : "";
  const year = fiscalYearShort(point.fy);
  const glyphX = x - (words ? (textWidth(words, 12) + 18) / 2 : 7.5);
  return (
    <g>
      {index > 0 && (
        <line
          x1={scale.edge(index)}
          x2={scale.edge(index)}
          y1={frame.top - 6}
          y2={foot + 5}
          className="stroke-solid-gray-100"
        />
      )}
      <text
        x={x}
        y={foot + 19}
        textAnchor="middle"
        className={`fill-solid-gray-900 font-bold ${textWidth(year, 13) < scale.column - 3 ? "text-[13px]" : "text-[11px]"}`}
      >
        {year}
        {wide && scale.column > 80 && !year.includes(String(point.fy)) && (
          <tspan className="fill-solid-gray-600 text-[12px] font-normal">{t`（${point.fy}）`}</tspan>
        )}
      </text>
      {mark && (
        <>
          <MarkGlyph
            symbol={mark.symbol}
            tone={mark.tone}
            x={glyphX}
            y={foot + 29}
            size={15}
            className=""
          />
          {words && (
            <text
              x={glyphX + 19}
              y={foot + 41}
              className={`text-[12px] font-bold ${toneFill[mark.tone]}`}
            >
              {words}
            </text>
          )}
        </>
      )}
      {undecided && (
        <text
          x={x}
          y={frame.top - 12}
          textAnchor="middle"
          className="fill-solid-gray-600 text-[12px]"
        >
          {wide ? t`目標 ※注` : t`※注`}
        </text>
      )}
      {point.actual === null && point.absence && (
        <text
          x={Math.min(x, frame.width - textWidth(point.absence, 12) / 2 - 2)}
          y={foot - 7}
          textAnchor="middle"
          strokeWidth="4"
          className="fill-solid-gray-600 stroke-white text-[12px] [paint-order:stroke]"
        >
          {point.absence}
        </text>
      )}
    </g>
  );
}
