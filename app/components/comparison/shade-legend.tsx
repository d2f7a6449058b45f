import { patternFill } from "#app/components/charts/patterns.tsx";
import { displayFigure } from "#app/domain/figure/display.ts";
import { formatFigure } from "#app/domain/figure/format.ts";
import type { ValueKind } from "#app/domain/indicator/definition.ts";
import { shadeFills } from "./prefecture-map.tsx";

/** What the shades of the map stand for, and whose work its outlines are. */
export function ShadeLegend({
  bounds,
  indicator,
}: {
  bounds: readonly string[];
  indicator: { unit: string; valueKind: ValueKind; places: number | null };
}) {
  const text = (value: string | undefined) =>
    value === undefined ? "" : formatFigure(displayFigure(value, indicator));
  const steps =
    indicator.valueKind === "text"
      ? [
          { fill: shadeFills[0], words: "未達" },
          { fill: shadeFills[4], words: "達成" },
        ]
      : bounds.length > 0
        ? shadeFills.map((fill, index) => ({
            fill,
            words: `${text(bounds[index])}～${text(bounds[index + 1])}${indicator.unit}`,
          }))
        : [];
  return (
    <div className="text-note text-solid-gray-800">
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {steps.map(({ fill, words }) => (
          <li key={words} className="inline-flex items-center gap-1.5">
            <Swatch className={fill} />
            {words}
          </li>
        ))}
        <li className="inline-flex items-center gap-1.5">
          <Swatch fill={patternFill.missing} />
          値なし
        </li>
      </ul>
      <p className="mt-2 text-solid-gray-700">
        地図の輪郭：svg-maps（CC BY 4.0）をもとに作成。沖縄県は位置を移しています。
      </p>
    </div>
  );
}

function Swatch({ className = "", fill }: { className?: string; fill?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 16 12" className="h-3 w-4">
      <rect
        width="16"
        height="12"
        fill={fill}
        className={`stroke-solid-gray-700 ${className}`}
        strokeWidth="1"
      />
    </svg>
  );
}
