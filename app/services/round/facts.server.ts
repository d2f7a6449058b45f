import { and, desc, eq, sql } from "drizzle-orm";
import { groupBy } from "#app/domain/group-by.ts";
import { type DuePeriod, duePeriods } from "#app/domain/round/due.ts";
import type { RoundStep } from "#app/domain/round/states.ts";
import type { Transaction } from "#db/client.server.ts";
import { reportingRounds } from "#db/schema/index.ts";

type Recorded = { step: RoundStep; dueOn: string; createdAt: string };
type Extended = { organisation: string; dueOn: string; reason: string; createdAt: string };

/** Where a statement on `reporting_rounds` stands alone, drizzle leaves the table's name out. */
const records = sql<Recorded[]>`(
  select coalesce(json_agg(json_build_object('step', v.step, 'dueOn', v.due_on,
    'createdAt', v.created_at) order by v.version), '[]')
  from round_records v where v.round_id = reporting_rounds.id)`;

const extensions = sql<Extended[]>`(
  select coalesce(json_agg(json_build_object('organisation', o.slug, 'dueOn', e.due_on,
    'reason', e.reason, 'createdAt', e.created_at) order by e.version), '[]')
  from round_extensions e join organisations o on o.id = e.organisation_id
  where e.round_id = reporting_rounds.id)`;

/**
 * The rounds of a plan that the actor may see, or one of them, the newest of the latest year first;
 * each with the due days that hold for an organisation, and that held before. One statement.
 */
export async function listRoundFacts(tx: Transaction, planId: string, number?: number) {
  const { id, fy, title, state, dueOn, openedAt } = reportingRounds;
  const rows = await tx
    .select({
      id,
      number: reportingRounds.number,
      fy,
      title,
      state,
      dueOn,
      openedAt,
      records,
      extensions,
    })
    .from(reportingRounds)
    .where(
      and(
        eq(reportingRounds.planId, planId),
        number === undefined ? undefined : eq(reportingRounds.number, number),
      ),
    )
    .orderBy(desc(fy), desc(reportingRounds.number));
  return rows.map(({ records: steps, extensions: given, ...round }) => {
    const byOrganisation = groupBy(given.map(dated), ({ organisation }) => organisation);
    const recorded = steps.map(dated);
    return {
      ...round,
      /** The extensions of an organisation, the oldest first. */
      extensionsOf: (organisation: string) => byOrganisation.get(organisation) ?? [],
      /** What held for an organisation from when on; empty before the round was opened. */
      periodsOf: (organisation: string): DuePeriod[] =>
        duePeriods(recorded, byOrganisation.get(organisation) ?? []),
      /** Until when an organisation may answer, or might. */
      dueOnOf: (organisation: string): string =>
        [round.dueOn, ...(byOrganisation.get(organisation) ?? []).map((each) => each.dueOn)]
          .toSorted()
          .at(-1) ?? round.dueOn,
    };
  });
}

export type RoundFacts = Awaited<ReturnType<typeof listRoundFacts>>[number];

function dated<Row extends { createdAt: string }>(
  row: Row,
): Omit<Row, "createdAt"> & { createdAt: Date } {
  return { ...row, createdAt: new Date(row.createdAt) };
}
