/** A rectangle that is taken or wanted, by its left upper corner. */
export type Box = { x: number; y: number; width: number; height: number };

/** Estimated width of a text set in the system's Japanese sans serif. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const char of text) {
    if (/[A-Z]/.test(char)) ems += 0.68;
    else if (/[0-9]/.test(char)) ems += 0.62;
    else if (/[a-zA-Z]/.test(char)) ems += 0.58;
    else if (/[.,:;()\- –]/.test(char)) ems += 0.36;
    else ems += 1;
  }
  return ems * size;
}

/** The area two boxes share. */
export function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/**
 * The candidate that covers least of what is drawn already; the earlier one where two are equal.
 * What leaves `bounds` counts ten times.
 */
export function leastCovering(candidates: readonly Box[], taken: readonly Box[], bounds: Box): Box {
  let best = candidates[0] ?? { x: 0, y: 0, width: 0, height: 0 };
  let least = Number.POSITIVE_INFINITY;
  for (const box of candidates) {
    const outside = box.width * box.height - overlap(box, bounds);
    const cost = taken.reduce((sum, other) => sum + overlap(box, other), outside * 10);
    if (cost < least - 0.5) {
      best = box;
      least = cost;
    }
  }
  return best;
}

/** Small boxes along a straight line, so that labels keep off it. */
export function along(x1: number, y1: number, x2: number, y2: number): Box[] {
  const steps = Math.max(1, Math.round(Math.hypot(x2 - x1, y2 - y1) / 5));
  return Array.from({ length: steps + 1 }, (_, index) => ({
    x: x1 + ((x2 - x1) * index) / steps - 1.5,
    y: y1 + ((y2 - y1) * index) / steps - 1.5,
    width: 3,
    height: 3,
  }));
}
