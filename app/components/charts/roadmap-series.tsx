import { type RoadmapPoint, spanOf } from "#app/components/charts/roadmap-data.ts";
import type { RoadmapScale } from "#app/components/charts/roadmap-scale.ts";

type SeriesProps = { points: readonly RoadmapPoint[]; scale: RoadmapScale };

/** Yearly targets: a dashed ledge for each year with a diamond; the final one is filled. */
export function Targets({ points, scale, final }: SeriesProps & { final: string | null }) {
  return (
    <g className="fill-none stroke-solid-gray-700" strokeWidth="1.5">
      {points.map((point, index) => {
        if (point.target === null) return null;
        const y = scale.y(Number(point.target));
        const next = points[index + 1];
        const span = spanOf(point, index);
        const start = scale.edge(index - span);
        const end = scale.edge(index + 1);
        const riser =
          next?.target != null && next.spanFrom == null ? `V${scale.y(Number(next.target))}` : "";
        const bracket = span > 0 ? `M${start + 4} ${y - 6}v12M${end - 4} ${y - 6}v12` : "";
        const x = (start + end) / 2;
        const last =
          final !== null && Number(final) === Number(point.target) && index === points.length - 1;
        return (
          <g key={point.fy}>
            <path
              d={`M${span > 0 ? start + 4 : start} ${y}H${span > 0 ? end - 4 : end}${riser}`}
              strokeDasharray="4 3"
            />
            {bracket && <path d={bracket} />}
            <path
              d={`M${x} ${y - 6.5}l6.5 6.5-6.5 6.5-6.5-6.5Z`}
              className={last ? "fill-solid-gray-700" : "fill-white"}
            />
          </g>
        );
      })}
    </g>
  );
}

/** Actuals: a line with dots; hollow and dashed where partial, ringed where provisional. */
export function Actuals({ points, scale }: SeriesProps) {
  const place = (index: number, value: string) =>
    `${scale.centre(index)} ${scale.y(Number(value))}`;
  return (
    <g className="fill-none stroke-blue-900" strokeWidth="2.5" strokeLinejoin="round">
      {points.map((point, index) => {
        const next = points[index + 1];
        if (point.actual === null || next?.actual == null) return null;
        return (
          <path
            key={point.fy}
            d={`M${place(index, point.actual)}L${place(index + 1, next.actual)}`}
            strokeDasharray={point.partial || next.partial ? "5 4" : undefined}
          />
        );
      })}
      {points.map((point, index) => {
        if (point.actual === null) return null;
        const x = scale.centre(index);
        const y = scale.y(Number(point.actual));
        return (
          <g key={point.fy}>
            {point.provisional && (
              <circle cx={x} cy={y} r="8" className="fill-white" strokeWidth="1.25" />
            )}
            <circle
              cx={x}
              cy={y}
              r="4.5"
              className={point.partial ? "fill-white" : "fill-blue-900"}
              strokeWidth="2"
            />
          </g>
        );
      })}
    </g>
  );
}
