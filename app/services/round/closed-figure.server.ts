import { sql } from "drizzle-orm";
import type { ObservationState } from "#app/domain/observation/states.ts";
import { isClosedFor } from "#app/domain/round/figure-lock.ts";
import type { RoundState } from "#app/domain/round/states.ts";
import type { Transaction } from "#db/client.server.ts";
import type { ReportTarget } from "../observation/find-target.server.ts";
import { ServiceError } from "../service-error.ts";

/** A figure, by ids. */
type FigureKey = { indicatorId: string; organisationId: string; fy: number; period: number };

/**
 * Throws `locked` where the rounds that ask for a figure take no version of it in a state. They stay
 * as they are until the transaction ends, so that nobody closes one over what is being written.
 */
export async function throwLockedIfClosed(
  tx: Transaction,
  { indicatorId, organisationId, fy, period }: FigureKey,
  next: ObservationState,
): Promise<void> {
  const [found] = await tx.execute<{ asking: RoundState[] }>(sql`
    select portal.rounds_asking(${indicatorId}, ${organisationId}, ${fy}, ${period}) as asking`);
  if (isClosedFor(found?.asking ?? [], next)) throw new ServiceError("locked");
}

/** The states of the rounds that ask for the figure of a statement: for pages, which hold nobody up. */
export function roundsAsking(figure: Record<keyof FigureKey, unknown>) {
  const { indicatorId, organisationId, fy, period } = figure;
  return sql<RoundState[]>`(
    select coalesce(json_agg(r.state), '[]')
    from round_questions q join reporting_rounds r on r.id = q.round_id
    where q.indicator_id = ${indicatorId} and q.organisation_id = ${organisationId}
      and q.period = ${period} and r.fy = ${fy} and r.state <> 'preparing')`;
}

/** The same of one figure. */
export async function statesAsking(
  tx: Transaction,
  {
    indicator,
    organisation,
    fy,
    period,
  }: Pick<ReportTarget, "indicator" | "organisation" | "fy" | "period">,
): Promise<RoundState[]> {
  const key = { indicatorId: indicator.id, organisationId: organisation.id, fy, period };
  const [found] = await tx.execute<{ asking: RoundState[] }>(
    sql`select ${roundsAsking(key)} as asking`,
  );
  return found?.asking ?? [];
}
