import { DefinitionList } from "#app/components/ui/definition-list.tsx";
import type {
  Aggregation,
  Derivation,
  Direction,
  Frequency,
  Series,
  TimeAggregation,
} from "#app/domain/indicator/definition.ts";
import { formatFigure } from "#app/i18n/figure.ts";
import { fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import {
  aggregationLabels,
  derivationLabels,
  directionLabels,
  frequencyLabels,
  seriesLabels,
  timeAggregationLabels,
} from "#app/i18n/labels.ts";
import { listText } from "#app/i18n/list.ts";
import { t } from "#app/i18n/t.ts";
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
  frequency: Frequency;
  timeAggregation: TimeAggregation;
  surveyInterval: number | null;
  surveyFy: number | null;
  targetFromFy: number | null;
};

/** What an indicator measures and how the region's figure comes about. */
export function IndicatorDefinition({ indicator }: { indicator: DefinedIndicator }) {
  const items = [
    {
      term: t`基準値（現状）`,
      description: indicator.baselineText
        ? printedText(indicator.baselineText)
        : formatFigure(null),
    },
    {
      term: t`目標値`,
      description:
        indicator.targetFromFy === null
          ? printedText(indicator.targetText)
          : t`${printedText(indicator.targetText)}（${fiscalYearShort(indicator.targetFromFy)}から数える）`,
    },
    { term: t`単位`, description: indicator.unit || t`－（文章）` },
    {
      term: t`種類`,
      description:
        indicator.direction === "milestone"
          ? directionLabels.milestone
          : t`${seriesLabels[indicator.series]}・${directionLabels[indicator.direction]}`,
    },
    {
      term: t`集計方法`,
      description: indicator.derivation
        ? derivationLabels[indicator.derivation]
        : aggregationLabels[indicator.aggregation],
    },
    { term: t`報告の時期`, description: frequencyText(indicator) },
    { term: t`集計の考え方`, description: indicator.aggregationNote, wide: true },
  ];
  if (indicator.source) items.push({ term: t`出典`, description: indicator.source, wide: true });
  return <DefinitionList items={items} />;
}

/** 「毎年度」, 「四半期ごと（年度内の合計）」, 「3年ごと（H26、H29、…）」. */
function frequencyText(indicator: DefinedIndicator): string {
  const { frequency, surveyInterval, surveyFy } = indicator;
  if (frequency === "yearly") return frequencyLabels.yearly;
  if (frequency !== "every_n_years" || surveyInterval === null || surveyFy === null)
    return t`${frequencyLabels[frequency]}（${timeAggregationLabels[indicator.timeAggregation]}）`;
  const years = listText([surveyFy, surveyFy + surveyInterval].map(fiscalYearShort));
  return t`${surveyInterval}年ごとの調査（${years}、…）`;
}
