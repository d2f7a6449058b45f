import type { Quality } from "../observation/states.ts";
import type { Timeliness } from "./timeliness.ts";

/**
 * How far a figure that is asked for has come, for those who wait for it: a draft is not yet there,
 * and a correction that is being drafted leaves the accepted figure in place.
 */
export const answerStates = ["accepted", "submitted", "returned", "none"] as const;
export type AnswerState = (typeof answerStates)[number];

/** A figure that is asked for in a year: of a KPI, from an organisation, for a part of the year. */
export type AskedAnswer = {
  indicatorId: string;
  organisation: string;
  period: number;
  state: AnswerState;
  /** Of the accepted figure. */
  quality: Quality | null;
  /** Against the due days of the round that asks for it; null without a round. */
  timeliness: Timeliness | null;
};

/** A cell of the board: how many figures are asked for, and how they stand. */
export type BoardCounts = Record<AnswerState, number> & {
  asked: number;
  /** Accepted as 集計中 or 調査中: to be followed by the final figure. */
  provisional: number;
  /** Answered within their time, and after it; the others are not there. */
  inTime: number;
  late: number;
};

export type BoardRow = {
  organisation: string;
  /** By the code of the goal; a goal in which the organisation is asked for nothing has none. */
  byGoal: Map<string, BoardCounts>;
  total: BoardCounts;
};

export type Board = { rows: BoardRow[]; total: BoardRow };

/**
 * Counts the figures that are asked for by organisation and goal (PT). `goalOf` gives the code of the
 * goal that reviews an indicator. Organisations in the order given; those that are asked for nothing
 * are left out.
 */
export function boardOf(
  answers: readonly AskedAnswer[],
  goalOf: ReadonlyMap<string, string>,
  organisations: readonly string[],
): Board {
  const rows = organisations.flatMap((organisation) => {
    const own = answers.filter((answer) => answer.organisation === organisation);
    return own.length === 0 ? [] : [rowOf(organisation, own, goalOf)];
  });
  return { rows, total: rowOf("", answers, goalOf) };
}

function rowOf(
  organisation: string,
  answers: readonly AskedAnswer[],
  goalOf: ReadonlyMap<string, string>,
): BoardRow {
  const byGoal = new Map<string, BoardCounts>();
  const total = nothing();
  for (const answer of answers) {
    const goal = goalOf.get(answer.indicatorId);
    if (goal === undefined) continue;
    const counts = byGoal.get(goal) ?? nothing();
    byGoal.set(goal, counts);
    for (const each of [counts, total]) {
      each.asked += 1;
      each[answer.state] += 1;
      if (answer.quality === "provisional" || answer.quality === "under_survey")
        each.provisional += 1;
      if (answer.timeliness === "in_time") each.inTime += 1;
      if (answer.timeliness === "late") each.late += 1;
    }
  }
  return { organisation, byGoal, total };
}

function nothing(): BoardCounts {
  const states = { accepted: 0, submitted: 0, returned: 0, none: 0 };
  return { asked: 0, ...states, provisional: 0, inTime: 0, late: 0 };
}
