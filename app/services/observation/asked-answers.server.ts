import { inArray, type SQL, sql } from "drizzle-orm";
import type { AskedAnswer } from "#app/domain/completeness/board.ts";
import type { Transaction } from "#db/client.server.ts";
import { askedPeriods } from "./asked-periods.server.ts";

/**
 * Every figure that is asked for of indicators in a year, as rows to select from: `indicator_id`,
 * `organisation_id`, `period`, `state` and the `quality` of the accepted figure. What the reader may
 * not see counts as not there: a draft never shows, and leaves what was accepted in place.
 */
export function askedAnswers(indicatorIds: readonly string[], fy: number): SQL {
  return sql`(
    select r.indicator_id, r.organisation_id, asked.period,
      case when o.state is null or o.state in ('draft', 'proposed')
        then case when accepted.quality is null then 'none' else 'accepted' end
        else o.state end as state,
      accepted.quality
    from indicator_reporters r
    join indicators on indicators.id = r.indicator_id
      and ${fy}::int between indicators.first_fy and indicators.last_fy
    cross join ${askedPeriods(sql`${fy}::int`)}
    left join observations o on o.indicator_id = r.indicator_id and o.fy = ${fy}::int
      and o.organisation_id = r.organisation_id and o.period = asked.period
    left join lateral (
      select v.quality from observation_versions v
      where v.indicator_id = r.indicator_id and v.organisation_id = r.organisation_id
        and v.fy = ${fy}::int and v.period = asked.period and v.state = 'accepted'
      order by v.version desc limit 1) accepted on true
    where ${inArray(sql`r.indicator_id`, [...indicatorIds])})`;
}

/** The same as they are, one row each: one statement. */
export async function listAskedAnswers(
  tx: Transaction,
  indicatorIds: readonly string[],
  fy: number,
): Promise<AskedAnswer[]> {
  if (indicatorIds.length === 0) return [];
  const rows = await tx.execute<AskedAnswer>(sql`
    select f.indicator_id as "indicatorId", g.slug as organisation, f.period, f.state, f.quality
    from ${askedAnswers(indicatorIds, fy)} f
    join organisations g on g.id = f.organisation_id
    join indicators i on i.id = f.indicator_id
    order by g.position, i.position, f.period`);
  return [...rows];
}
