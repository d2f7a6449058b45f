import { and, desc, eq, ne } from "drizzle-orm";
import { type AskedAnswer, boardOf } from "#app/domain/completeness/board.ts";
import { dateInJapan } from "#app/domain/fiscal-year/fiscal-year.ts";
import { can } from "#app/policy/can.ts";
import { reportingRounds } from "#db/schema/index.ts";
import { authorize, type ServiceContext, transaction } from "../context.server.ts";
import { listAskedAnswers } from "../observation/asked-answers.server.ts";
import type { Definition } from "../plan/read-definition.server.ts";
import { keeperRights } from "../revision/rights.server.ts";
import { readState } from "../rollup/read.server.ts";
import { ServiceError } from "../service-error.ts";

/** A cell of the board that somebody looks into. */
export type BoardCell = { organisation: string; pt: string };

/**
 * The completeness board (回答状況) of a plan's year: for every organisation and PT how many figures
 * are asked for, and how they stand, as far as the reader may see; for one cell, every figure of it.
 * `now` decides what is late. At most four statements. Throws `forbidden`, `not_found`.
 */
export function readCompleteness(
  context: ServiceContext,
  planCode: string,
  fy: number | null,
  cell: BoardCell | null,
  now: Date,
) {
  return transaction(context, async (tx) => {
    const state = await readState(tx, context, planCode, fy);
    const { plan, nodes, indicators, organisationNames, organisationIds } = state;
    const rights = keeperRights(context, state, plan, organisationIds);
    authorize(context, "completeness.read", rights);
    const [round] = await tx
      .select({ dueOn: reportingRounds.dueOn })
      .from(reportingRounds)
      .where(
        and(
          eq(reportingRounds.planId, plan.id),
          eq(reportingRounds.fy, state.fy),
          ne(reportingRounds.state, "preparing"),
        ),
      )
      .orderBy(desc(reportingRounds.number))
      .limit(1);
    const goalOf = goalsAbove(state);
    const answers = await listAskedAnswers(
      tx,
      indicators.map(({ id }) => id),
      state.fy,
    );
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
    return {
      plan: {
        code: plan.code,
        name: plan.name,
        firstFy: plan.firstFy,
        lastFy: plan.lastFy,
        levelNames: plan.levelNames,
        ownerKind: plan.ownerKind,
      },
      fy: state.fy,
      dueOn: round?.dueOn ?? null,
      overdue: round !== undefined && round.dueOn < dateInJapan(now),
      goals,
      organisationNames,
      board: boardOf(answers, goalOf, Object.keys(organisationNames)),
      cell: cell && cellOf(cell, { answers, goalOf, state }),
    };
  });
}

export type CompletenessReading = Awaited<ReturnType<typeof readCompleteness>>;

/** The code of the goal that an indicator is at home in, by the indicator's id. */
function goalsAbove({ nodes, indicators }: Pick<Definition, "nodes" | "indicators">) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const goalOf = (id: string | null): string | null => {
    const node = id === null ? undefined : byId.get(id);
    if (!node) return null;
    return node.kind === "goal" ? node.code : goalOf(node.parentId);
  };
  return new Map(
    indicators.flatMap(({ id, homeNodeId }) => {
      const goal = goalOf(homeNodeId);
      return goal === null ? [] : [[id, goal] as const];
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
    answers: own.flatMap(({ indicatorId, period, state: at, quality }) => {
      const indicator = byId.get(indicatorId);
      if (!indicator) return [];
      const { code, name, frequency } = indicator;
      return [{ code, name, frequency, period, state: at, quality }];
    }),
  };
}
