import { scaleLinear } from "d3-scale";
import { valueExtent } from "#app/components/charts/roadmap-scale.ts";
import type { Decimal } from "#app/domain/figure/exact.ts";
import { formatFigure } from "#app/domain/figure/format.ts";
import { type FiscalYear, fiscalYearShort } from "#app/domain/fiscal-year/fiscal-year.ts";

export type SparklinePoint = {
  fy: FiscalYear;
  target: Decimal | null;
  actual: Decimal | null;
  partial?: boolean;
};

const width = 96;
const height = 28;

/** The course of an indicator in a table row: targets grey and stepped, actuals blue. */
export function Sparkline({
  points,
  label,
  className = "",
}: {
  points: readonly SparklinePoint[];
  /** Name of the indicator. */
  label: string;
  className?: string;
}) {
  const numbers = points
    .flatMap((point) => [point.target, point.actual])
    .filter((value) => value !== null)
    .map(Number);
  if (numbers.length === 0) return <span className="text-solid-gray-600">－</span>;
  const y = scaleLinear()
    .domain(valueExtent(numbers))
    .range([height - 4, 4]);
  const column = width / points.length;
  const reported = points
    .map((point, index) => ({ ...point, x: column * (index + 0.5) }))
    .filter((point): point is typeof point & { actual: Decimal } => point.actual !== null);
  const last = reported.at(-1);
  const spoken = last
    ? `${label}の推移。${fiscalYearShort(last.fy)}の実績${formatFigure(last.actual)}`
    : `${label}の推移。実績なし`;
  return (
    <svg
      role="img"
      aria-label={spoken}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className={`inline-block fill-none align-middle ${className}`}
    >
      {points.map(
        (point, index) =>
          point.target !== null && (
            <path
              key={point.fy}
              d={`M${column * index + 1} ${y(Number(point.target))}h${column - 2}`}
              className="stroke-solid-gray-420"
              strokeWidth="1.5"
            />
          ),
      )}
      {reported.length > 1 && (
        <path
          d={`M${reported.map((point) => `${point.x} ${y(Number(point.actual))}`).join("L")}`}
          className="stroke-blue-900"
          strokeWidth="1.75"
          strokeLinejoin="round"
        />
      )}
      {last && (
        <circle
          cx={last.x}
          cy={y(Number(last.actual))}
          r="3"
          strokeWidth="1.5"
          className={`stroke-blue-900 ${last.partial ? "fill-white" : "fill-blue-900"}`}
        />
      )}
    </svg>
  );
}
