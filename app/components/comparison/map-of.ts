import type { Aggregation } from "#app/domain/indicator/definition.ts";
import type { ComparedRow } from "#app/domain/rollup/comparison.ts";
import type { NamedIndicator } from "#app/domain/rollup/row.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";
import { t } from "#app/i18n/t.ts";
import {
  type MapArea,
  type MapStep,
  markedAreas,
  markSteps,
  shadedAreas,
  shadeSteps,
} from "./map-shades.ts";

/** What a map is coloured by. */
export type MapBy = "value" | "mark";

/**
 * The map of an indicator by its figures or by the marks of each organisation; by its figures where there
 * are no such marks.
 */
export function mapOf(
  comparison: {
    rows: readonly ComparedRow[];
    bounds: readonly string[];
    marks: Readonly<Record<string, string | null>> | null;
  },
  indicator: Omit<NamedIndicator, "code" | "name"> & { aggregation: Aggregation },
  marks: Rubric["marks"],
  by: MapBy,
): { areas: Map<string, MapArea>; steps: MapStep[]; note: string | null } {
  if (by === "value" || comparison.marks === null)
    return {
      areas: shadedAreas(comparison.rows),
      steps: shadeSteps(comparison.bounds, indicator),
      note:
        indicator.aggregation === "sum"
          ? t`合計を目標とする指標のため、団体ごとの評価はありません。地図は値で色分けしています。`
          : null,
    };
  const areas = markedAreas(comparison.rows, comparison.marks, marks);
  return {
    areas,
    steps: markSteps(areas, marks),
    note: t`評価は、団体ごとの値を域内の目標に当てはめた参考のものです。`,
  };
}
