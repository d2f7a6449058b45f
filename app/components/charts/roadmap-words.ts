import {
  caveat,
  drawnProjection,
  type RoadmapData,
  type RoadmapPoint,
} from "#app/components/charts/roadmap-data.ts";
import { showsZero } from "#app/components/charts/roadmap-scale.ts";
import type { Direction } from "#app/domain/indicator/definition.ts";
import { formatFigure } from "#app/i18n/figure.ts";
import { fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import { projectionReason, projectionSentences } from "#app/i18n/projection.ts";
import { t } from "#app/i18n/t.ts";

/** What the indicator is to do, with an arrow; nothing for one in words. */
export function aimWords(direction: Direction): string {
  switch (direction) {
    case "increase":
      return t`↑ 増やすことを目指す指標`;
    case "decrease":
      return t`↓ 減らすことを目指す指標`;
    case "at_least":
      return t`↑ 目標以上を保つ指標`;
    case "at_most":
      return t`↓ 目標以内に抑える指標`;
    case "milestone":
      return "";
  }
}

/** The drawing in words, year by year, for those who do not see it. */
export function describeRoadmap(data: RoadmapData): string {
  const { points, unit } = data;
  const years = points.map((point) => {
    const year = fiscalYearShort(point.fy);
    const target = point.target === null ? point.targetText : formatFigure(point.target) + unit;
    const actual = actualWords(point, unit);
    return point.mark
      ? t`${year}：目標${target ?? t`なし`}、実績${actual}、${point.mark.label}`
      : t`${year}：目標${target ?? t`なし`}、実績${actual}`;
  });
  const ahead = drawnProjection(data)?.years.at(-1);
  if (!ahead) return years.join(t`。`);
  const year = fiscalYearShort(ahead.fy);
  const value = formatFigure(ahead.value) + unit;
  const projected = ahead.range
    ? t`${year}の見込み（推計）：${value}、幅は${formatFigure(ahead.range.low)}～${formatFigure(ahead.range.high)}${unit}`
    : t`${year}の見込み（推計）：${value}`;
  return [...years, projected].join(t`。`);
}

function actualWords(point: RoadmapPoint, unit: string): string {
  if (point.actual === null) return point.absence ?? t`なし`;
  const figure = formatFigure(point.actual) + unit;
  const note = caveat(point);
  return note ? t`${figure}（${note}）` : figure;
}

/** What must be said under the drawing: targets in words, the axis, how the projection comes about. */
export function roadmapNotes(data: RoadmapData): string[] {
  const { points, projection } = data;
  const targets = points.flatMap((point) => {
    const words = point.target === null ? point.targetText?.replace(/^※\s*/, "") : null;
    return words ? [t`注　${fiscalYearShort(point.fy)}の目標：${words}`] : [];
  });
  const drawn = drawnProjection(data);
  return [
    ...targets,
    ...(showsZero(data) ? [] : [t`縦軸は0から始まっていません。`]),
    ...(drawn ? projectionSentences(drawn) : []),
    ...(typeof projection === "string" ? [projectionReason(projection)] : []),
  ];
}
