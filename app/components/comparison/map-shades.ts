import type { DisplayMark } from "#app/components/evaluation/mark-badge.tsx";
import { displayFigure } from "#app/domain/figure/display.ts";
import type { ValueKind } from "#app/domain/indicator/definition.ts";
import type { ComparedRow } from "#app/domain/rollup/comparison.ts";
import type { MarkTone, Rubric } from "#app/domain/rubric/rubric.ts";
import { formatFigure } from "#app/i18n/figure.ts";
import { t } from "#app/i18n/t.ts";

/** How an organisation's area is drawn: in a shade, with its mark, or hatched where there is nothing. */
export type MapArea = { fill: string | null; dark: boolean; mark: DisplayMark | null };

/** From the least to the greatest; the words of the last two are white on them. */
export const shadeFills = [
  "fill-blue-50",
  "fill-blue-100",
  "fill-blue-300",
  "fill-blue-600",
  "fill-blue-900",
] as const;

const markFills: Record<MarkTone, string> = {
  excellent: "fill-blue-100",
  good: "fill-green-100",
  fair: "fill-yellow-100",
  poor: "fill-red-100",
  none: "fill-solid-gray-100",
};

/** Every organisation in the shade of its figure. */
export function shadedAreas(rows: readonly ComparedRow[]): Map<string, MapArea> {
  return new Map(
    rows.map(({ organisation, shade }) => [
      organisation,
      {
        fill: shade === null ? null : (shadeFills[shade] ?? null),
        dark: (shade ?? 0) >= 3,
        mark: null,
      },
    ]),
  );
}

/** Every organisation with its mark. */
export function markedAreas(
  rows: readonly ComparedRow[],
  symbols: Readonly<Record<string, string | null>>,
  marks: Rubric["marks"],
): Map<string, MapArea> {
  return new Map(
    rows.map(({ organisation }) => {
      const mark = marks.find(({ symbol }) => symbol === symbols[organisation]) ?? null;
      return [organisation, { fill: mark && markFills[mark.tone], dark: false, mark }];
    }),
  );
}

/** A step of a map's legend; without a fill it is the hatching of what is missing. */
export type MapStep = { fill: string | null; mark: DisplayMark | null; words: string };

type Compared = { unit: string; valueKind: ValueKind; places: number | null };

/** What the shades stand for. */
export function shadeSteps(bounds: readonly string[], indicator: Compared): MapStep[] {
  const text = (value: string | undefined) =>
    value === undefined ? "" : formatFigure(displayFigure(value, indicator));
  const missing = { fill: null, mark: null, words: t`値なし` };
  if (indicator.valueKind === "text")
    return [
      { fill: shadeFills[0], mark: null, words: t`未達` },
      { fill: shadeFills[4], mark: null, words: t`達成` },
      missing,
    ];
  if (bounds.length === 0) return [missing];
  const steps = shadeFills.map((fill, index) => ({
    fill,
    mark: null,
    words: t`${text(bounds[index])}～${text(bounds[index + 1])}${indicator.unit}`,
  }));
  return [...steps, missing];
}

/** The marks that occur on a map. */
export function markSteps(areas: ReadonlyMap<string, MapArea>, marks: Rubric["marks"]): MapStep[] {
  const found = new Set([...areas.values()].map(({ mark }) => mark?.symbol));
  return [
    ...marks
      .filter(({ symbol }) => found.has(symbol))
      .map((mark) => ({ fill: markFills[mark.tone], mark, words: mark.label })),
    { fill: null, mark: null, words: t`値なし` },
  ];
}
