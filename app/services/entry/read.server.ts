import { sql } from "drizzle-orm";
import { rowKey } from "#app/domain/entry/rows.ts";
import { groupBy } from "#app/domain/group-by.ts";
import { handingIn } from "#app/domain/observation/states.ts";
import { roundCapabilities } from "#app/domain/round/states.ts";
import { can } from "#app/policy/can.ts";
import type { Transaction } from "#db/client.server.ts";
import { requireMembership, type ServiceContext, transaction } from "../context.server.ts";
import { ServiceError } from "../service-error.ts";
import { entryStates, keyOfState } from "./entry-states.server.ts";
import { askedRound, type EntryCodes, type OwedRow, owedRows } from "./owed-rows.server.ts";
import { shownState } from "./shown-state.server.ts";

/**
 * All figures that an organisation owes in a round of a plan, grouped by PT and project, each with
 * its newest version. Four statements, whatever the number of rows.
 * Throws `forbidden` for people of other organisations, `not_found` without a round.
 */
export async function readEntry(context: ServiceContext, codes: EntryCodes) {
  const membership = requireMembership(context, codes.organisation);
  const { organisationId } = membership;
  return transaction(context, async (tx) => {
    const round = await askedRound(tx, codes);
    if (!round) throw new ServiceError("not_found");
    const owed = await owedRows(tx, codes);
    const states = new Map(
      (await entryStates(tx, codes)).map((row) => [keyOfState(row), shownState(row)]),
    );
    const rows = owed.map((row) => questionOf(row));
    const { takesFigures } = roundCapabilities[round.state];
    return {
      membership,
      ...round,
      handsIn: handingIn(membership),
      groups: groupsOf(rows),
      states: rows.flatMap(({ key }) => states.get(key) ?? []),
      readAt: await databaseTime(tx),
      may: {
        save: takesFigures && can(context.actor, "observation.save", { organisationId }),
        submit: takesFigures && can(context.actor, "observation.submit", { organisationId }),
      },
    };
  });
}

/**
 * What was written since a page last asked, for rows that stand open in it. Throws `forbidden`, and
 * `invalid` for a moment that no page has given out.
 */
export async function readEntryChanges(context: ServiceContext, codes: EntryCodes, since: string) {
  requireMembership(context, codes.organisation);
  if (!isMoment(since)) throw new ServiceError("invalid", { errors: { since: "form.stale" } });
  return transaction(context, (tx) => changesSince(tx, codes, since));
}

/** The newest version of every answer that was written since, and the moment of this reading. */
export async function changesSince(tx: Transaction, codes: EntryCodes, since: string) {
  const states = (await entryStates(tx, codes, since)).map(shownState);
  return { states, readAt: await databaseTime(tx) };
}

export function isMoment(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text));
}

async function databaseTime(tx: Transaction): Promise<string> {
  const [row] = await tx.execute<{ at: string }>(
    sql`select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`,
  );
  return row?.at ?? "";
}

/** A row's question, as far as the page shows it. */
function questionOf({ indicator, period, goal, home, target, before, leadName }: OwedRow) {
  const { code, name, unit, series, direction, aggregation, valueKind, frequency, places } =
    indicator;
  const asked = { unit, series, direction, aggregation };
  return {
    key: rowKey(code, period),
    period,
    code,
    name,
    frequency,
    valueKind,
    places,
    asked,
    goal,
    home,
    target,
    before,
    leadName,
  };
}

export type EntryQuestion = ReturnType<typeof questionOf>;
export type EntryReading = Awaited<ReturnType<typeof readEntry>>;

/** Rows under their projects and these under their PTs, in printed order. */
function groupsOf(rows: readonly EntryQuestion[]) {
  return [...groupBy(rows, ({ goal }) => goal.code).values()].flatMap((ofGoal) =>
    [...groupBy(ofGoal, ({ home }) => home.code).values()].flatMap((ofHome) => {
      const [first] = ofHome;
      return first ? [{ goal: first.goal, home: first.home, rows: ofHome }] : [];
    }),
  );
}
