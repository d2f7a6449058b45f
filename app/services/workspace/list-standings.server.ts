import { inArray, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { askedAnswers, askedInRounds, askedOfYear } from "../observation/asked-answers.server.ts";
import type { PtScope } from "./pt-scope.server.ts";

/** The figures of an organisation in a year as the PT's lead sees them, and when it last did anything. */
export type FigureStanding = {
  organisationId: string;
  asked: number;
  accepted: number;
  submitted: number;
  returned: number;
  lastActivity: string | null;
};

/**
 * How far each organisation of a PT has come with its figures of a year: with those that the year's
 * open rounds ask for, or without one with all that are reported. One statement.
 */
export async function listStandings(
  tx: Transaction,
  { goal, nodeIds, indicatorIds }: PtScope,
  { fy, roundIds }: { fy: number; roundIds: readonly string[] },
): Promise<FigureStanding[]> {
  const asked =
    roundIds.length === 0
      ? askedOfYear(indicatorIds, fy)
      : askedInRounds(roundIds, { indicatorIds });
  const onNodes = inArray(sql`x.node_id`, nodeIds);
  const rows = await tx.execute<FigureStanding>(sql`
    select p.organisation_id as "organisationId",
      count(f.state)::int as asked,
      count(*) filter (where f.state = 'accepted')::int as accepted,
      count(*) filter (where f.state = 'submitted')::int as submitted,
      count(*) filter (where f.state = 'returned')::int as returned,
      (select max(a.at) from (
        select max(x.created_at) as at from observation_versions x
        where x.author_organisation_id = p.organisation_id and x.organisation_id = p.organisation_id
          and ${inArray(sql`x.indicator_id`, indicatorIds)}
        union all select max(x.created_at) from project_updates x
        where x.organisation_id = p.organisation_id and ${onNodes}
        union all select max(x.created_at) from milestone_versions x
        where x.author_organisation_id = p.organisation_id and ${onNodes}
        union all select max(x.created_at) from comments x
        where x.author_organisation_id = p.organisation_id
          and (${onNodes} or ${inArray(sql`x.indicator_id`, indicatorIds)})) a) as "lastActivity"
    from node_organisations p
    left join ${askedAnswers(asked, fy)} f on f.organisation_id = p.organisation_id
    where p.node_id = ${goal.id}
    group by p.organisation_id`);
  return [...rows];
}
