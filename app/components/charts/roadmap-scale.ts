import { type ScaleLinear, scaleLinear } from "d3-scale";
import type { RoadmapData } from "#app/components/charts/roadmap-data.ts";

/** Outer size and margins of a drawing, in its own units (about CSS pixels). */
export type Frame = {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
};

/** Where years and values lie. */
export type RoadmapScale = {
  y: ScaleLinear<number, number>;
  ticks: number[];
  column: number;
  /** Left edge of the nth year's column. */
  edge(index: number): number;
  centre(index: number): number;
  startsAtZero: boolean;
};

/**
 * The extent of the value axis. It starts at zero wherever that leaves the movement readable;
 * otherwise it keeps a margin around the figures.
 */
export function valueExtent(values: readonly number[]): [number, number] {
  if (values.length === 0) return [0, 1];
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (low >= 0 && low <= high * 0.6) return [0, high || 1];
  if (high <= 0 && high >= low * 0.6) return [low, 0];
  const margin = (high - low || Math.abs(high) * 0.04 || 1) * 0.35;
  return [low - margin, high + margin];
}

/** Places years in equal columns and values between the frame's margins. */
export function roadmapScale(data: RoadmapData, frame: Frame): RoadmapScale {
  const values = data.points.flatMap((point) => [point.target, point.actual]);
  values.push(data.baseline?.value ?? null);
  const numbers = values.filter((value) => value !== null).map(Number);
  const y = scaleLinear()
    .domain(valueExtent(numbers))
    .nice(4)
    .range([frame.height - frame.bottom, frame.top]);
  const column = (frame.width - frame.left - frame.right) / Math.max(1, data.points.length);
  const [low = 0, high = 0] = y.domain();
  return {
    y,
    ticks: y.ticks(4),
    column,
    edge: (index) => frame.left + column * index,
    centre: (index) => frame.left + column * (index + 0.5),
    startsAtZero: low === 0 || high === 0 || (low < 0 && high > 0),
  };
}
