import type { Rubric } from "../rubric/rubric.ts";
import { type Change, type ChangeKind, changesBetween } from "./changes.ts";
import type { EvaluationView } from "./row.ts";

/** What is told first of what moved: what a meeting has to talk about. */
const order: readonly ChangeKind[] = [
  "worse",
  "better",
  "first",
  "withdrawn",
  "corrected",
  "added",
  "removed",
];

/** Between two years every figure is another one, and what is not reported yet was not taken back. */
const betweenYears: readonly ChangeKind[] = ["worse", "better", "first"];

type Known = { id: string; evaluation: EvaluationView | null };

export type Movement<Row> = {
  /** How many of each kind, in the order in which they are told; none of those that did not happen. */
  counts: { kind: ChangeKind; count: number }[];
  moved: (Omit<Change, "indicatorId"> & { indicator: Row })[];
};

/**
 * What moved among a plan's indicators since an earlier time of the same year, or since the year
 * before: by kind, and under one kind in the order of the plan, in which they are given.
 */
export function movementOf<Row extends Known>(
  indicators: readonly Row[],
  before: ReadonlyMap<string, EvaluationView>,
  rubric: Pick<Rubric, "marks">,
  against: "same_year" | "year_before",
): Movement<Row> {
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const then = [...before].filter(([id]) => byId.has(id));
  const now = indicators.flatMap(({ id, evaluation }) =>
    evaluation ? [[id, evaluation] as const] : [],
  );
  const moved = changesBetween(new Map(then), new Map(now), rubric)
    .filter(({ kind }) => against === "same_year" || betweenYears.includes(kind))
    .flatMap(({ indicatorId, ...change }) => {
      const indicator = byId.get(indicatorId);
      return indicator ? [{ ...change, indicator }] : [];
    })
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const counts = order.flatMap((kind) => {
    const count = moved.filter((change) => change.kind === kind).length;
    return count > 0 ? [{ kind, count }] : [];
  });
  return { counts, moved };
}
