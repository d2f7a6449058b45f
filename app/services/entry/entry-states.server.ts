import { and, eq, inArray, or, sql } from "drizzle-orm";
import { type RowKey, rowKey } from "#app/domain/entry/rows.ts";
import type { Transaction } from "#db/client.server.ts";
import {
  indicators,
  observations,
  observationVersions,
  organisations,
  plans,
  reportingRounds,
  users,
} from "#db/schema/index.ts";
import { answerColumns } from "../observation/newest-version.server.ts";
import type { EntryCodes } from "./owed-rows.server.ts";

/** The year that a round of the statement's plan asks for. */
const yearAsked = (round: number) => sql`(
  select r.fy from ${reportingRounds} r
  where r.plan_id = ${indicators.planId} and r.number = ${round})`;

/** A transaction that wrote before a page asked may commit only after it; it ends sooner than this. */
const latecomers = sql`interval '1 minute'`;

const stateColumns = {
  observationId: observations.id,
  indicator: indicators.code,
  period: observations.period,
  version: observationVersions.version,
  state: observationVersions.state,
  reason: observationVersions.reason,
  requestKey: observationVersions.requestKey,
  answer: answerColumns,
  at: observationVersions.createdAt,
  author: users.name,
};

function answersOf(tx: Transaction) {
  return tx
    .select(stateColumns)
    .from(observations)
    .innerJoin(observationVersions, eq(observationVersions.observationId, observations.id))
    .innerJoin(indicators, eq(indicators.id, observations.indicatorId))
    .innerJoin(plans, eq(plans.id, indicators.planId))
    .innerJoin(organisations, eq(organisations.id, observations.organisationId))
    .leftJoin(users, eq(users.id, observationVersions.authorId));
}

/**
 * The newest version of every answer of an organisation in the year of a round; with `since`, of those
 * that were written from about then on. One statement, whatever the number of rows.
 */
export async function entryStates(
  tx: Transaction,
  { organisation, plan, round }: EntryCodes,
  since: string | null = null,
) {
  return answersOf(tx).where(
    and(
      eq(organisations.slug, organisation),
      eq(plans.code, plan),
      eq(observations.fy, yearAsked(round)),
      eq(observationVersions.version, observations.version),
      since === null
        ? undefined
        : sql`${observations.updatedAt} > ${since}::timestamptz - ${latecomers}`,
    ),
  );
}

export type EntryStateRow = Awaited<ReturnType<typeof entryStates>>[number];

export function keyOfState({ indicator, period }: EntryStateRow): RowKey {
  return rowKey(indicator, period);
}

/** Earlier versions of answers: what a form showed that is older than they are. One statement. */
export async function earlierStates(
  tx: Transaction,
  wanted: readonly { observationId: string; version: number }[],
): Promise<EntryStateRow[]> {
  if (wanted.length === 0) return [];
  const ids = wanted.map(({ observationId }) => observationId);
  const rows = await answersOf(tx).where(
    and(
      inArray(observations.id, ids),
      or(
        ...wanted.map(({ observationId, version }) =>
          and(
            eq(observationVersions.observationId, observationId),
            eq(observationVersions.version, version),
          ),
        ),
      ),
    ),
  );
  return rows;
}
