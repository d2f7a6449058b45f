import { sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { reportingRounds } from "#db/schema/index.ts";

/**
 * Until when an organisation of a statement may answer a round: longer where it was given longer,
 * also after the round was opened again until an earlier day.
 */
export function dueOn(organisationId: AnyPgColumn) {
  return sql<string>`greatest(${reportingRounds.dueOn}, (
    select e.due_on from round_extensions e
    where e.round_id = ${reportingRounds.id} and e.organisation_id = ${organisationId}
    order by e.version desc limit 1))::text`;
}

/** Why an organisation of a statement was given longer to answer a round; null where it was not. */
export function extensionReason(organisationId: AnyPgColumn) {
  return sql<string | null>`(
    select e.reason from round_extensions e
    where e.round_id = ${reportingRounds.id} and e.organisation_id = ${organisationId}
    order by e.version desc limit 1)`;
}
