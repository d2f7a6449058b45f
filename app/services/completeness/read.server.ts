import { type AskedAnswer, boardOf } from "#app/domain/completeness/board.ts";
import { dateInJapan } from "#app/domain/fiscal-year/fiscal-year.ts";
import { goalAbove } from "#app/domain/plan/goal-above.ts";
import { roundCapabilities } from "#app/domain/round/states.ts";
import { can } from "#app/policy/can.ts";
import type { Transaction } from "#db/client.server.ts";
import { authorize, type ServiceContext, transaction } from "../context.server.ts";
import { askedOfYear, listAskedAnswers } from "../observation/asked-answers.server.ts";
import type { Definition } from "../plan/read-definition.server.ts";
import { keeperRights } from "../revision/rights.server.ts";
import { readState } from "../rollup/read.server.ts";
import { listRoundFacts, type RoundFacts } from "../round/facts.server.ts";
import { listRoundAnswers } from "../round/list-answers.server.ts";
import { ServiceError } from "../service-error.ts";

/** A cell of the board that somebody looks into. */
export type BoardCell = { organisation: string; pt: string };

/** What a board is asked for: a round, or the newest one; of a year without one, the year itself. */
export type BoardChoice = { round: number | null; fy: number | null };

/**
 * The completeness board (回答状況) of a round: for every organisation and PT how many figures are
 * asked for, how they stand and whether they came in time, as far as the reader may see; for one
 * cell, every figure of it. Without a round it is the board of a year. `now` decides what is late.
 * At most four statements. Throws `forbidden`, `not_found`.
 */
export function readCompleteness(
  context: ServiceContext,
  planCode: string,
  choice: BoardChoice,
  cell: BoardCell | null,
  now: Date,
) {
  return transaction(context, async (tx) => {
    const state = await readState(tx, context, planCode, choice.fy);
    const { plan, nodes, organisationNames, organisationIds } = state;
    const rights = keeperRights(context, state, plan, organisationIds);
    authorize(context, "completeness.read", rights);
    const rounds = (await listRoundFacts(tx, plan.id)).filter(
      (each) => roundCapabilities[each.state].visibleToReporters,
    );
    const round = chosen(rounds, choice);
    if (choice.round !== null && !round) throw new ServiceError("not_found");
    const fy = round?.fy ?? state.fy;
    const goalOf = goalsAbove(state);
    const answers = round ? await listRoundAnswers(tx, round) : await answersOfYear(tx, state, fy);
    const goals = nodes
      .filter(({ kind }) => kind === "goal")
      .map(({ code, name, lead }) => ({
        code,
        name,
        /** What is on its way there is seen by its lead and the council's office. */
        seesSubmitted: can(context.actor, "observation.read_submitted", {
          ...(lead && { leadOrganisationId: organisationIds[lead.slug] }),
        }),
      }));
    const today = dateInJapan(now);
    const { rows, total } = boardOf(answers, goalOf, Object.keys(organisationNames));
    return {
      plan: {
        code: plan.code,
        name: plan.name,
        firstFy: plan.firstFy,
        lastFy: plan.lastFy,
        levelNames: plan.levelNames,
        ownerKind: plan.ownerKind,
      },
      fy,
      /** The round that the board is of; null where the plan has none for the year. */
      round: round && {
        number: round.number,
        title: round.title,
        state: round.state,
        dueOn: round.dueOn,
      },
      rounds: rounds.map(({ number, title }) => ({ number, title })),
      goals,
      organisationNames,
      board: {
        rows: rows.map((row) => {
          const dueOn = round?.dueOnOf(row.organisation) ?? null;
          return { ...row, dueOn, overdue: dueOn !== null && dueOn < today };
        }),
        total: { ...total, dueOn: null, overdue: false },
      },
      cell: cell && cellOf(cell, { answers, goalOf, state }),
    };
  });
}

/** The round of the number; otherwise the newest, of the year where one is given. */
function chosen(rounds: readonly RoundFacts[], { round, fy }: BoardChoice): RoundFacts | null {
  if (round !== null) return rounds.find(({ number }) => number === round) ?? null;
  return rounds.find((each) => fy === null || each.fy === fy) ?? null;
}

async function answersOfYear(
  tx: Transaction,
  { indicators }: Pick<Definition, "indicators">,
  fy: number,
): Promise<AskedAnswer[]> {
  const ids = indicators.map(({ id }) => id);
  const answers = await listAskedAnswers(tx, askedOfYear(ids, fy), fy);
  return answers.map(({ versions: _, ...answer }) => ({ ...answer, timeliness: null }));
}

export type CompletenessReading = Awaited<ReturnType<typeof readCompleteness>>;

/** The code of the goal that an indicator is at home in, by the indicator's id. */
function goalsAbove({ nodes, indicators }: Pick<Definition, "nodes" | "indicators">) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return new Map(
    indicators.flatMap(({ id, homeNodeId }) => {
      const goal = goalAbove(byId.get(homeNodeId), ({ parentId }) => byId.get(parentId ?? ""));
      return goal === null ? [] : [[id, goal.code] as const];
    }),
  );
}

function cellOf(
  { organisation, pt }: BoardCell,
  known: {
    answers: readonly AskedAnswer[];
    goalOf: ReadonlyMap<string, string>;
    state: Pick<Definition, "indicators" | "organisationNames">;
  },
) {
  const { answers, goalOf, state } = known;
  const shortName = state.organisationNames[organisation];
  const own = answers.filter(
    (answer) => answer.organisation === organisation && goalOf.get(answer.indicatorId) === pt,
  );
  if (shortName === undefined || own.length === 0) throw new ServiceError("not_found");
  const byId = new Map(state.indicators.map((indicator) => [indicator.id, indicator]));
  return {
    organisation: { slug: organisation, shortName },
    pt,
    answers: own.flatMap(({ indicatorId, period, state: at, quality, timeliness }) => {
      const indicator = byId.get(indicatorId);
      if (!indicator) return [];
      const { code, name, frequency } = indicator;
      return [{ code, name, frequency, period, state: at, quality, timeliness }];
    }),
  };
}
