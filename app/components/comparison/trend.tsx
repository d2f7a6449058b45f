import { scaleLinear } from "d3-scale";
import { formatFigure } from "#app/i18n/figure.ts";
import { fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import { listText } from "#app/i18n/list.ts";
import { t } from "#app/i18n/t.ts";

const size = { width: 120, height: 28, margin: 4 };

/** Where a figure came from, year by year; the line breaks where a year is missing. */
export function Trend({
  trend,
  years,
}: {
  trend: readonly (string | null)[];
  years: readonly number[];
}) {
  const numbers = trend.flatMap((value) => (value === null ? [] : Number(value)));
  if (numbers.length === 0) return null;
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const x = scaleLinear()
    .domain([0, Math.max(1, years.length - 1)])
    .range([size.margin, size.width - size.margin]);
  const y = scaleLinear()
    .domain(low === high ? [low - 1, high + 1] : [low, high])
    .range([size.height - size.margin, size.margin]);
  const points = trend.map((value, index) =>
    value === null ? null : { x: x(index), y: y(Number(value)) },
  );
  const line = points
    .map((point, index) => point && `${points[index - 1] ? "L" : "M"}${point.x} ${point.y}`)
    .filter(Boolean)
    .join("");
  return (
    <svg
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={listText(
        years.map((fy, index) => {
          const value = trend[index] ?? null;
          return `${fiscalYearShort(fy)} ${value === null ? t`なし` : formatFigure(value)}`;
        }),
      )}
      className="h-7 w-30 max-w-full"
    >
      <path d={line} className="fill-none stroke-blue-900" strokeWidth="1.5" />
      {points.map(
        (point, index) =>
          point && (
            <circle
              key={years[index]}
              cx={point.x}
              cy={point.y}
              r={index === points.length - 1 ? 3 : 1.6}
              className="fill-blue-900"
            />
          ),
      )}
    </svg>
  );
}
