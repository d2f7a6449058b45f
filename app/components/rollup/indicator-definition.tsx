import { DefinitionList } from "#app/components/ui/definition-list.tsx";
import type {
  Aggregation,
  Derivation,
  Direction,
  Series,
} from "#app/domain/indicator/definition.ts";
import {
  aggregationLabels,
  derivationLabels,
  directionLabels,
  seriesLabels,
} from "#app/i18n/labels.ts";
import { printedText } from "./printed-text.ts";

export type DefinedIndicator = {
  unit: string;
  series: Series;
  direction: Direction;
  aggregation: Aggregation;
  aggregationNote: string;
  derivation: Derivation | null;
  baselineText: string | null;
  baselineAsOf: string | null;
  targetText: string;
  source: string | null;
};

/** What an indicator measures and how the region's figure comes about. */
export function IndicatorDefinition({ indicator }: { indicator: DefinedIndicator }) {
  const items = [
    {
      term: "基準値（現状）",
      description: indicator.baselineText ? printedText(indicator.baselineText) : "－",
    },
    { term: "目標値", description: printedText(indicator.targetText) },
    { term: "単位", description: indicator.unit || "－（文章）" },
    {
      term: "種類",
      description:
        indicator.direction === "milestone"
          ? directionLabels.milestone
          : `${seriesLabels[indicator.series]}・${directionLabels[indicator.direction]}`,
    },
    {
      term: "集計方法",
      description: indicator.derivation
        ? derivationLabels[indicator.derivation]
        : aggregationLabels[indicator.aggregation],
    },
    { term: "集計の考え方", description: indicator.aggregationNote, wide: true },
  ];
  if (indicator.source) items.push({ term: "出典", description: indicator.source, wide: true });
  return <DefinitionList items={items} />;
}
