import { scaleLinear } from "d3-scale";
import {
  type RoadmapData,
  type RoadmapPoint,
  spanOf,
} from "#app/components/charts/roadmap-data.ts";
import { valueExtent } from "#app/components/charts/roadmap-scale.ts";
import { MarkGlyph } from "#app/components/evaluation/mark-glyph.tsx";
import type { FiscalYear } from "#app/domain/fiscal-year/fiscal-year.ts";

const frame = { width: 232, height: 74, top: 7, bottom: 7, side: 3 };

/**
 * A roadmap among others of its kind: every drawing has the same years from left to right, and its own
 * values from bottom to top. Of an indicator in words it has the marks. What it says stands in words
 * beside it and in the table of all.
 */
export function SmallRoadmap({
  data: { points },
  years,
  fy,
  label,
}: {
  data: RoadmapData;
  /** The columns of all drawings. */
  years: readonly FiscalYear[];
  /** The year that the page is of. */
  fy: FiscalYear;
  label: string;
}) {
  const numbers = points.flatMap(({ target, actual }) =>
    [target, actual].flatMap((value) => (value === null ? [] : [Number(value)])),
  );
  const column = (frame.width - frame.side * 2) / Math.max(1, years.length);
  const edge = (year: FiscalYear) => frame.side + column * (year - (years[0] ?? year));
  const centre = (year: FiscalYear) => round(edge(year) + column / 2);
  const scale = scaleLinear()
    .domain(valueExtent(numbers))
    .range([frame.height - frame.bottom, frame.top]);
  const y = (value: string) => round(scale(Number(value)));
  return (
    <svg
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="img"
      aria-label={label}
      className="h-auto w-full"
    >
      <rect
        x={round(edge(fy))}
        y="0"
        width={round(column)}
        height={frame.height}
        className="fill-solid-gray-50"
      />
      <path
        d={`M${frame.side} ${frame.height - 0.5}H${frame.width - frame.side}`}
        className="stroke-solid-gray-420"
      />
      <path
        d={points
          .map((point, index) =>
            point.target === null
              ? ""
              : `M${round(edge(point.fy - spanOf(point, index)) + 2)} ${y(point.target)}H${round(edge(point.fy + 1) - 2)}`,
          )
          .join("")}
        className="fill-none stroke-solid-gray-600"
        strokeWidth="1.5"
        strokeDasharray="3 2"
      />
      <path
        d={lineOf(points, (point, value) => `${centre(point.fy)} ${y(value)}`)}
        className="fill-none stroke-blue-900"
        strokeWidth="2"
        strokeLinejoin="round"
      />
      {points.map(
        (point) =>
          point.actual !== null && (
            <circle
              key={point.fy}
              cx={centre(point.fy)}
              cy={y(point.actual)}
              r="3.2"
              className={`stroke-blue-900 ${point.partial || point.provisional ? "fill-white" : "fill-blue-900"}`}
              strokeWidth="1.6"
            />
          ),
      )}
      {numbers.length === 0 &&
        points.map(
          ({ fy: year, mark }) =>
            mark && (
              <MarkGlyph
                key={year}
                symbol={mark.symbol}
                tone={mark.tone}
                x={centre(year) - 8}
                y={frame.height / 2 - 8}
                size={16}
                className=""
              />
            ),
        )}
    </svg>
  );
}

/** The line through the actuals, broken where a year has none. */
function lineOf(
  points: readonly RoadmapPoint[],
  at: (point: RoadmapPoint, value: string) => string,
): string {
  return points
    .map((point, index) => {
      if (point.actual === null) return "";
      return `${points[index - 1]?.actual == null ? "M" : "L"}${at(point, point.actual)}`;
    })
    .join("");
}

function round(coordinate: number): number {
  return Math.round(coordinate * 10) / 10;
}
