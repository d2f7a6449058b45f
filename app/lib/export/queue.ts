import { ExportUnavailable } from "./export-unavailable.ts";

/**
 * Lets at most `atOnce` pieces of work run at the same time, in the order in which they came, and
 * refuses with ExportUnavailable `busy` when `waiting` others are in line already.
 */
export function createQueue(limits: { atOnce: number; waiting: number }) {
  let running = 0;
  const line: (() => void)[] = [];

  return async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (running < limits.atOnce) running += 1;
    else if (line.length >= limits.waiting) throw new ExportUnavailable("busy");
    else await new Promise<void>((resolve) => line.push(resolve));
    try {
      return await work();
    } finally {
      // The place goes straight to the next in line, so that nobody slips in between.
      const next = line.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
