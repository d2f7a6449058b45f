import { inArray, type SQL, sql } from "drizzle-orm";
import type { AskedAnswer } from "#app/domain/completeness/board.ts";
import type { ObservationState } from "#app/domain/observation/states.ts";
import type { Transaction } from "#db/client.server.ts";
import { askedPeriods } from "./asked-periods.server.ts";

/** What is reported of indicators for a year, as rows to select from. */
export function askedOfYear(indicatorIds: readonly string[], fy: number): SQL {
  return sql`(
    select r.indicator_id, r.organisation_id, asked.period
    from indicator_reporters r
    join indicators on indicators.id = r.indicator_id
      and ${fy}::int between indicators.first_fy and indicators.last_fy
    cross join ${askedPeriods(sql`${fy}::int`)}
    where ${inArray(sql`r.indicator_id`, [...indicatorIds])})`;
}

/** What rounds ask for, each once, as rows to select from; of some indicators or one organisation only. */
export function askedInRounds(
  roundIds: readonly string[],
  { indicatorIds, organisationId }: { indicatorIds?: readonly string[]; organisationId?: string },
): SQL {
  return sql`(
    select distinct r.indicator_id, r.organisation_id, r.period from round_questions r
    where ${inArray(sql`r.round_id`, [...roundIds])}
      and ${indicatorIds ? inArray(sql`r.indicator_id`, [...indicatorIds]) : sql`true`}
      and ${organisationId ? sql`r.organisation_id = ${organisationId}` : sql`true`})`;
}

/**
 * Every figure that is asked for in a year, as rows to select from: `indicator_id`,
 * `organisation_id`, `period`, `state` and the `quality` of the accepted figure. What the reader may
 * not see counts as not there: a draft never shows, and leaves what was accepted in place.
 */
export function askedAnswers(asked: SQL, fy: number): SQL {
  return sql`(
    select a.indicator_id, a.organisation_id, a.period,
      case when o.state is null or o.state in ('draft', 'proposed')
        then case when accepted.quality is null then 'none' else 'accepted' end
        else o.state end as state,
      accepted.quality
    from ${asked} a
    left join observations o on o.indicator_id = a.indicator_id and o.fy = ${fy}::int
      and o.organisation_id = a.organisation_id and o.period = a.period
    left join lateral (
      select v.quality from observation_versions v
      where v.indicator_id = a.indicator_id and v.organisation_id = a.organisation_id
        and v.fy = ${fy}::int and v.period = a.period and v.state = 'accepted'
      order by v.version desc limit 1) accepted on true)`;
}

/** A figure that is asked for, with its versions as far as the reader may see them, in their order. */
export type AnswerInTime = Omit<AskedAnswer, "timeliness"> & {
  versions: { state: ObservationState; at: Date }[];
};

/** The same as they are, one row each: one statement. */
export async function listAskedAnswers(
  tx: Transaction,
  asked: SQL,
  fy: number,
): Promise<AnswerInTime[]> {
  const rows = await tx.execute<Omit<AskedAnswer, "timeliness"> & { versions: Version[] }>(sql`
    select f.indicator_id as "indicatorId", g.slug as organisation, f.period, f.state, f.quality,
      coalesce(v.versions, '[]') as versions
    from ${askedAnswers(asked, fy)} f
    join organisations g on g.id = f.organisation_id
    join indicators i on i.id = f.indicator_id
    left join lateral (
      select json_agg(json_build_object('state', v.state, 'at', v.created_at) order by v.version)
        as versions
      from observation_versions v
      where v.indicator_id = f.indicator_id and v.organisation_id = f.organisation_id
        and v.fy = ${fy}::int and v.period = f.period) v on true
    order by g.position, i.position, f.period`);
  return rows.map(({ versions, ...row }) => ({
    ...row,
    versions: versions.map(({ state, at }) => ({ state, at: new Date(at) })),
  }));
}

type Version = { state: ObservationState; at: string };
