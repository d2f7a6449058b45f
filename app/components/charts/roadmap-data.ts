import type { DisplayMark } from "#app/components/evaluation/mark-badge.tsx";
import type { Decimal } from "#app/domain/figure/exact.ts";
import type { FiscalYear } from "#app/domain/fiscal-year/fiscal-year.ts";
import type { Direction } from "#app/domain/indicator/definition.ts";

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

/** All that a roadmap shows. */
export type RoadmapData = {
  unit: string;
  direction: Direction;
  baseline?: { label: string; value: Decimal | null } | null;
  points: readonly RoadmapPoint[];
  finalTarget?: { label: string; value: Decimal | null } | null;
};

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
  return [point.partial && "部分", point.provisional && "集計中"].filter(Boolean).join("・");
}
