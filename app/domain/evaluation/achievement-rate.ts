import { type Exact, whole } from "../figure/exact.ts";
import { type Direction, falls } from "../indicator/definition.ts";
import type { RateMethod } from "../rubric/rubric.ts";

/** The rate, and the method by which it came about, which may be the fallback. */
export type AchievementRate =
  | { rate: Exact; method: RateMethod }
  | { undefinedBecause: "no_baseline" | "no_ratio" };

/**
 * How the actual stands to the expectation, 1 = 100 ％ (DOMAIN.md section 4).
 * `ratio`: actual ÷ expected, turned round where less is better. `improvement`: the way gone from
 * the baseline ÷ the way expected. An expectation at the baseline, or on its wrong side (a roadmap
 * that begins below today's value), leaves no way to go, so that improvement falls back to ratio.
 */
export function achievementRate(
  { actual, expected, baseline }: { actual: Exact; expected: Exact; baseline: Exact | null },
  direction: Direction,
  method: RateMethod,
): AchievementRate {
  if (method === "ratio") return ratio(actual, expected, direction);
  if (baseline === null) return { undefinedBecause: "no_baseline" };
  const way = expected.sub(baseline);
  const forward = falls(direction) ? way.compare(0) < 0 : way.compare(0) > 0;
  return forward
    ? { rate: actual.sub(baseline).div(way), method }
    : ratio(actual, expected, direction);
}

function ratio(actual: Exact, expected: Exact, direction: Direction): AchievementRate {
  const noRatio = { undefinedBecause: "no_ratio" } as const;
  const method = "ratio";
  if (!falls(direction)) {
    return expected.compare(0) > 0 ? { rate: actual.div(expected), method } : noRatio;
  }
  if (actual.compare(0) > 0) return { rate: expected.div(actual), method };
  if (expected.compare(0) > 0 || actual.equals(expected)) return { rate: whole(1), method };
  return noRatio;
}
