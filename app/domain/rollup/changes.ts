import type { Rubric } from "../rubric/rubric.ts";
import type { EvaluationView } from "./row.ts";

/**
 * `better`, `worse` — another mark; `first` — a mark or a figure where there was none; `withdrawn` — none
 * any more; `corrected` — another figure or state under the same mark; `added`, `removed` — the plan has it
 * at one of the times only.
 */
export const changeKinds = [
  "better",
  "worse",
  "first",
  "withdrawn",
  "corrected",
  "added",
  "removed",
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** One KPI that was seen otherwise at two times; null where the plan had it at one of them only. */
export type Change = {
  indicatorId: string;
  kind: ChangeKind;
  before: EvaluationView | null;
  after: EvaluationView | null;
};

/** How two times differ, KPI by KPI, in the order of the later time; what is the same is left out. */
export function changesBetween(
  before: ReadonlyMap<string, EvaluationView>,
  after: ReadonlyMap<string, EvaluationView>,
  rubric: Pick<Rubric, "marks">,
): Change[] {
  const rank = rankOf(rubric);
  const found = [...after].flatMap(([indicatorId, now]): Change[] => {
    const then = before.get(indicatorId) ?? null;
    const kind = kindOf(then, now, rank);
    return kind ? [{ indicatorId, kind, before: then, after: now }] : [];
  });
  const gone = [...before].flatMap(([indicatorId, then]): Change[] =>
    after.has(indicatorId) ? [] : [{ indicatorId, kind: "removed", before: then, after: null }],
  );
  return [...found, ...gone];
}

/** How a mark differs from an earlier one, as of a project; null where it is the same. */
export function markChange(
  then: string | null,
  now: string | null,
  rubric: Pick<Rubric, "marks">,
): ChangeKind | null {
  return then === now ? null : betweenMarks(then, now, rankOf(rubric));
}

/** Marks stand in a rubric from the best to the worst; one that judges nothing (判定不能) is neither. */
function rankOf({ marks }: Pick<Rubric, "marks">): ReadonlyMap<string, number> {
  const ranked = marks.filter(({ counted, tone }) => counted && tone !== "none");
  return new Map(ranked.map(({ symbol }, index) => [symbol, index]));
}

function betweenMarks(
  then: string | null,
  now: string | null,
  rank: ReadonlyMap<string, number>,
): ChangeKind {
  if (then === null) return "first";
  if (now === null) return "withdrawn";
  const [old, fresh] = [rank.get(then), rank.get(now)];
  // One that is not in the rubric compares with none.
  if (old === undefined || fresh === undefined) return "corrected";
  return fresh < old ? "better" : "worse";
}

function kindOf(
  then: EvaluationView | null,
  now: EvaluationView,
  rank: ReadonlyMap<string, number>,
): ChangeKind | null {
  if (!then) return "added";
  if (then.mark !== now.mark) return betweenMarks(then.mark, now.mark, rank);
  const had = then.actual !== null || then.actualText !== null;
  const has = now.actual !== null || now.actualText !== null;
  if (had !== has) return has ? "first" : "withdrawn";
  return shown.every((key) => String(then[key]) === String(now[key])) ? null : "corrected";
}

/** What a reader sees of an evaluation. */
const shown = [
  "actual",
  "actualText",
  "expected",
  "expectedText",
  "unjudged",
  "reported",
  "expectedReporters",
  "missing",
  "provisional",
  "underSurvey",
  "noData",
  "notApplicable",
] as const satisfies (keyof EvaluationView)[];
