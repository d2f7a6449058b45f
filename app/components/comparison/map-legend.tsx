import { patternFill } from "#app/components/charts/patterns.tsx";
import { MarkGlyph } from "#app/components/evaluation/mark-glyph.tsx";
import { t } from "#app/i18n/t.ts";
import type { MapStep } from "./map-shades.ts";

/** What the shades or marks of a map stand for, and whose work its outlines are. */
export function MapLegend({ steps }: { steps: readonly MapStep[] }) {
  return (
    <div className="text-note text-solid-gray-800">
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {steps.map(({ fill, mark, words }) => (
          <li key={words} className="inline-flex items-center gap-1.5">
            <svg aria-hidden="true" viewBox="0 0 16 12" className="h-3 w-4">
              <rect
                width="16"
                height="12"
                fill={fill ? undefined : patternFill.missing}
                className={`stroke-solid-gray-700 ${fill ?? ""}`}
                strokeWidth="1"
              />
            </svg>
            {mark && <MarkGlyph symbol={mark.symbol} tone={mark.tone} className="size-4" />}
            {words}
          </li>
        ))}
      </ul>
      <p className="mt-2 text-solid-gray-700">{outlineSource()}</p>
    </div>
  );
}

/** Whose work the outlines of the map are, as their licence wants it said. */
export function outlineSource(): string {
  return t`地図の輪郭：svg-maps（CC BY 4.0）をもとに作成。沖縄県は位置を移しています。`;
}
