import {
  along,
  type Box,
  leastCovering,
  overlap,
  textWidth,
} from "#app/components/charts/label-placement.ts";
import {
  caveat,
  drawnProjection,
  type RoadmapData,
  spanOf,
} from "#app/components/charts/roadmap-data.ts";
import type { Frame, RoadmapScale } from "#app/components/charts/roadmap-scale.ts";
import { formatFigure } from "#app/i18n/figure.ts";
import { t } from "#app/i18n/t.ts";

/** A text of the drawing with the place found for it. */
export type RoadmapLabel = {
  key: string;
  kind: "actual" | "target" | "baseline" | "projection";
  text: string;
  /** Second line: 「部分」「集計中」. */
  caveat: string;
  x: number;
  /** Baseline of the first line. */
  y: number;
};

/** How much of its place may be taken already where a label can be left out. */
const mostCovered = 0.12;

const sizes = { actual: 14, target: 12.5, baseline: 12, projection: 12.5 };

/**
 * Finds places for the figures beside their points so that they cover neither each other nor the
 * lines. Where columns are too narrow for all, only the latest actual and the last target speak.
 */
export function roadmapLabels(
  data: RoadmapData,
  scale: RoadmapScale,
  frame: Frame,
): RoadmapLabel[] {
  const { points } = data;
  const taken = obstacles(data, scale, frame);
  const bounds = {
    x: frame.left,
    y: 2,
    width: frame.width - frame.left - frame.right,
    height: frame.height - frame.bottom - 2,
  };
  const labels: RoadmapLabel[] = [];
  const lastActual = points.findLastIndex((point) => point.actual !== null);
  const lastTarget = points.findLastIndex((point) => point.target !== null);
  const crowded = points.some(
    (point) =>
      Math.max(
        textWidth(formatFigure(point.target ?? ""), sizes.target),
        textWidth(formatFigure(point.actual ?? ""), sizes.actual),
      ) >
      scale.column + 6,
  );

  const place = (
    kind: RoadmapLabel["kind"],
    key: string,
    text: string,
    note: string,
    candidates: (width: number, height: number) => Box[],
  ) => {
    const optional = kind === "baseline" || kind === "projection";
    const size = sizes[kind];
    const width = Math.max(textWidth(text, size), textWidth(note, 11)) + 4;
    const height = size + 3 + (note ? 12 : 0);
    const box = leastCovering(candidates(width, height), taken, bounds);
    // What the legend and the table say as well must not make a figure unreadable.
    const covered = taken.reduce((sum, other) => sum + overlap(box, other), 0);
    if (optional && covered > width * height * mostCovered) return;
    taken.push(box);
    labels.push({
      key,
      kind,
      text,
      caveat: note,
      x: box.x + box.width / 2,
      y: box.y + size,
    });
  };

  const around = (index: number, value: string, aboveFirst: boolean, span = 0) => {
    const x = scale.centre(index - span / 2);
    const y = scale.y(Number(value));
    return (width: number, height: number): Box[] => {
      const at = (dx: number, top: number) => ({ x: x - width / 2 + dx, y: top, width, height });
      const above = [at(0, y - 9 - height), at(0, y - 18 - height)];
      const below = [at(0, y + 8), at(0, y + 18)];
      const aside = [
        at(width / 2 + 9, y - height - 1),
        at(width / 2 + 9, y + 2),
        at(-width / 2 - 9, y - height - 1),
        at(-width / 2 - 9, y + 2),
      ];
      return aboveFirst ? [...above, ...below, ...aside] : [...below, ...above, ...aside];
    };
  };

  points.forEach((point, index) => {
    if (point.actual === null || (crowded && index !== lastActual)) return;
    const higher = point.target === null || Number(point.actual) >= Number(point.target);
    const find = around(index, point.actual, higher);
    place("actual", `a${point.fy}`, formatFigure(point.actual), caveat(point), find);
  });
  points.forEach((point, index) => {
    if (point.target === null || (crowded && index !== lastTarget)) return;
    const higher = point.actual === null || Number(point.actual) < Number(point.target);
    const find = around(index, point.target, higher, spanOf(point, index));
    place("target", `t${point.fy}`, formatFigure(point.target), "", find);
  });
  const ahead = drawnProjection(data)?.years.at(-1);
  const aheadAt = points.findIndex((point) => point.fy === ahead?.fy);
  if (ahead && aheadAt >= 0) {
    const [top, bottom] = [frame.top, frame.height - frame.bottom];
    const y = Math.min(bottom, Math.max(top, scale.y(Number(ahead.value))));
    const right = scale.edge(aheadAt + 1) - 2;
    const text = t`推計 ${formatFigure(ahead.value)}`;
    const beside = scale.centre(aheadAt) + 10;
    place("projection", "projection", text, "", (width, height) => [
      // Where the drawing goes on after the last projected year.
      ...(beside + width <= frame.width - frame.right
        ? [{ x: beside, y: y - height / 2, width, height }]
        : []),
      ...[y - 10 - height, y + 10, y - 22 - height, y + 22, y - 34 - height, y + 34].flatMap(
        (top) =>
          [right - width, right - width - scale.column / 2].map((x) => ({
            x,
            y: top,
            width,
            height,
          })),
      ),
    ]);
  }
  const baseline = data.baseline;
  if (baseline?.value != null) {
    const y = scale.y(Number(baseline.value));
    place("baseline", "baseline", baseline.label, "", (width, height) => {
      const right = frame.width - frame.right - width - 2;
      return [
        { x: right, y: y - height - 3, width, height },
        { x: right, y: y + 3, width, height },
        { x: frame.left + 2, y: y + 3, width, height },
        { x: frame.left + 2, y: y - height - 3, width, height },
        { x: right, y: y - height - 22, width, height },
        { x: right - scale.column, y: y - height - 3, width, height },
        { x: right - scale.column, y: y + 3, width, height },
      ];
    });
  }
  return labels;
}

/** What the labels must keep off: dots, diamonds, the line of actuals, the ledges of targets. */
function obstacles(data: RoadmapData, scale: RoadmapScale, frame: Frame): Box[] {
  const taken: Box[] = [];
  const spot = (x: number, y: number, r: number) =>
    taken.push({ x: x - r, y: y - r, width: r * 2, height: r * 2 });
  data.points.forEach((point, index) => {
    const x = scale.centre(index);
    const next = data.points[index + 1];
    if (point.target === null && point.targetText !== null)
      taken.push({ x: x - 30, y: frame.top - 24, width: 60, height: 16 });
    if (point.target !== null) {
      const y = scale.y(Number(point.target));
      spot(scale.centre(index - spanOf(point, index) / 2), y, 7);
      taken.push(...along(scale.edge(index - spanOf(point, index)), y, scale.edge(index + 1), y));
    }
    if (point.actual === null) {
      if (point.absence)
        taken.push({
          x: x - textWidth(point.absence, 12) / 2,
          y: frame.height - frame.bottom - 19,
          width: textWidth(point.absence, 12),
          height: 16,
        });
      return;
    }
    const y = scale.y(Number(point.actual));
    spot(x, y, point.provisional ? 9 : 7);
    if (next?.actual != null)
      taken.push(...along(x, y, scale.centre(index + 1), scale.y(Number(next.actual))));
  });
  const projection = drawnProjection(data);
  projection?.years.reduce((from, to) => {
    const place = ({ fy, value }: { fy: number; value: string }) =>
      [scale.centre(fy - (data.points[0]?.fy ?? fy)), scale.y(Number(value))] as const;
    taken.push(...along(...place(from), ...place(to)));
    return to;
  }, projection.from);
  if (data.baseline?.value != null) {
    const y = scale.y(Number(data.baseline.value));
    taken.push({ x: frame.left, y: y - 0.5, width: frame.width, height: 1 });
  }
  return taken;
}
