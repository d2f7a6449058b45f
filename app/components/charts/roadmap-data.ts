import type { DisplayMark } from "#app/components/evaluation/mark-badge.tsx";
import type { Decimal } from "#app/domain/figure/exact.ts";
import type { FiscalYear } from "#app/domain/fiscal-year/fiscal-year.ts";
import type { Direction } from "#app/domain/indicator/definition.ts";
import { t } from "#app/i18n/t.ts";

/** One fiscal year of a roadmap: what was to be reached, and what was. */
export type RoadmapPoint = {
  fy: FiscalYear;
  target: Decimal | null;
  /** As printed: a text milestone, an increment, 「※ …検討」. */
  targetText: string | null;
  /** First year, when the target counts for several years together. */
  spanFrom?: FiscalYear | null;
  actual: Decimal | null;
  /** The answer in words, for indicators in words. */
  actualText?: string | null;
  /** Why there is no actual: 未報告, 調査中, 対象外. */
  absence?: string | null;
  provisional: boolean;
  partial: boolean;
  demo: boolean;
  mark?: DisplayMark | null;
};

/** Where the years so far lead to: an estimate, rounded for reading. */
export type RoadmapProjection = {
  /** The last complete actual, from which it starts. */
  from: { fy: FiscalYear; value: Decimal };
  years: readonly {
    fy: FiscalYear;
    value: Decimal;
    range: { low: Decimal; high: Decimal } | null;
  }[];
  /** The years whose values it rests on. */
  usedFys: readonly FiscalYear[];
  /** One of those values is provisional. */
  provisional: boolean;
};

/** All that a roadmap shows. */
export type RoadmapData = {
  unit: string;
  direction: Direction;
  baseline?: { label: string; value: Decimal | null } | null;
  points: readonly RoadmapPoint[];
  finalTarget?: { label: string; value: Decimal | null } | null;
  /** Or why there is none: too few values, or the target year is there already. */
  projection?: RoadmapProjection | "too_few_values" | "due" | null;
};

/** The projection that is drawn; null where there is only a reason. */
export function drawnProjection({
  projection,
}: Pick<RoadmapData, "projection">): RoadmapProjection | null {
  return projection && typeof projection === "object" ? projection : null;
}

/** Whether a roadmap has anything that can be drawn on a scale. */
export function hasFigures({ points }: Pick<RoadmapData, "points">): boolean {
  return points.some((point) => point.target !== null || point.actual !== null);
}

/** How many columns to the left of its year a target reaches. */
export function spanOf(point: RoadmapPoint, index: number): number {
  return point.spanFrom == null ? 0 : Math.max(0, Math.min(index, point.fy - point.spanFrom));
}

/** What must be known about an actual: 「部分」「集計中」. Empty for a final and complete one. */
export function caveat(point: RoadmapPoint): string {
  if (point.partial && point.provisional) return t`部分・集計中`;
  if (point.partial) return t`部分`;
  return point.provisional ? t`集計中` : "";
}
