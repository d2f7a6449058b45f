import { and, arrayContains, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import { pairsOf, searchTerms } from "#app/domain/search/text.ts";
import { plans, searchEntries } from "#db/schema/index.ts";
import { type ServiceContext, transaction } from "../context.server.ts";

/** How many results a page shows. */
const limit = 50;

/**
 * Goals, policies, projects, strategies and KPIs that hold every term that was typed, the best
 * first: named so, beginning so, or holding it in the name before those that hold it elsewhere.
 * Public, as the definitions of adopted plans are. `terms` is empty where nothing searchable was
 * typed. One statement.
 */
export async function searchPlans(
  context: ServiceContext,
  typed: string,
  scope: { plan?: string } = {},
) {
  const terms = searchTerms(typed);
  if (terms.length === 0) return { terms, results: [], more: false };
  const { searched, pairs } = searchEntries;
  const holds = terms.map((term) => sql`position(${term} in ${searched}) > 0`);
  const found = await transaction(context, (tx) =>
    tx
      .select({
        plan: { code: plans.code, name: plans.name },
        kind: searchEntries.kind,
        code: searchEntries.code,
        name: searchEntries.name,
        place: searchEntries.place,
      })
      .from(searchEntries)
      .innerJoin(plans, eq(plans.id, searchEntries.planId))
      .where(
        and(
          arrayContains(pairs, [...new Set(terms.flatMap(pairsOf))]),
          ...holds,
          scope.plan === undefined ? undefined : eq(plans.code, scope.plan),
        ),
      )
      .orderBy(desc(rankOf(terms)), asc(plans.position), asc(searchEntries.position))
      .limit(limit + 1),
  );
  return { terms, results: found.slice(0, limit), more: found.length > limit };
}

/** 4 for a name that is the term, 3 beginning with it, 2 holding it, 1 elsewhere; summed over terms. */
function rankOf(terms: readonly string[]): SQL {
  const name = searchEntries.searchedName;
  return sql.join(
    terms.map(
      (term) => sql`case when ${name} = ${term} then 4
        when starts_with(${name}, ${term}) then 3
        when position(${term} in ${name}) > 0 then 2 else 1 end`,
    ),
    sql` + `,
  );
}
