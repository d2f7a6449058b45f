import type { RegionGoal, RegionView } from "#app/components/rollup/region-view.ts";

/** What one slide of a meeting is about. */
export type Slide = { kind: "region" } | { kind: "goal"; goal: RegionGoal } | { kind: "missing" };

/** The slides of a plan's year: the whole, PT by PT, and who has not reported. */
export function slidesOf({ goals, figures }: Pick<RegionView, "goals" | "figures">): Slide[] {
  return [
    { kind: "region" },
    ...goals.map((goal) => ({ kind: "goal" as const, goal })),
    ...(figures ? [{ kind: "missing" as const }] : []),
  ];
}

/** The slide of `?slide=`, counted from 1; the first for what is no number, the last for what is beyond. */
export function slideNumber(given: string | null, slides: number): number {
  const number = /^\d{1,4}$/.test(given ?? "") ? Number(given) : 1;
  return Math.min(Math.max(number, 1), slides);
}
