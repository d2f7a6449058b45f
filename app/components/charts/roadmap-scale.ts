import { type ScaleLinear, scaleLinear } from "d3-scale";
import { drawnProjection, type RoadmapData } from "#app/components/charts/roadmap-data.ts";

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

/** The axis of values, from the foot of a drawing to its head: figures, and estimates where there is room. */
function valueAxis(data: RoadmapData): ScaleLinear<number, number> {
  const values = data.points.flatMap((point) => [point.target, point.actual]);
  values.push(data.baseline?.value ?? null);
  const known = values.filter((value) => value !== null).map(Number);
  const numbers = [...known, ...estimatesWithin(data, known)];
  return scaleLinear().domain(valueExtent(numbers)).nice(4);
}

/** Whether heights may be compared: the axis shows zero. */
export function showsZero(data: RoadmapData): boolean {
  const [low = 0, high = 0] = valueAxis(data).domain();
  return low <= 0 && high >= 0;
}

/** Places years in equal columns and values between the frame's margins. */
export function roadmapScale(data: RoadmapData, frame: Frame): RoadmapScale {
  const y = valueAxis(data).range([frame.height - frame.bottom, frame.top]);
  const column = (frame.width - frame.left - frame.right) / Math.max(1, data.points.length);
  return {
    y,
    ticks: y.ticks(4),
    column,
    edge: (index) => frame.left + column * index,
    centre: (index) => frame.left + column * (index + 0.5),
  };
}

/** How far beyond what is known estimates stretch the axis, in spans of what is known. */
const furthest = { line: 1, band: 0.4 };

/** The estimates of a roadmap as far as the axis makes room for them: they must not flatten what is known. */
function estimatesWithin(data: RoadmapData, known: readonly number[]): number[] {
  const low = Math.min(...known);
  const high = Math.max(...known);
  const span = high - low || Math.abs(high) || 1;
  const within = (value: string, beyond: number) =>
    Math.max(low - span * beyond, Math.min(high + span * beyond, Number(value)));
  return (drawnProjection(data)?.years ?? []).flatMap(({ value, range }) => [
    within(value, furthest.line),
    ...(range ? [within(range.low, furthest.band), within(range.high, furthest.band)] : []),
  ]);
}
