import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import type { AttachmentPlace } from "#app/domain/attachment/place.ts";
import { pairsOf, searchTerms } from "#app/domain/search/text.ts";
import { plans, searchEntries } from "#db/schema/index.ts";
import { placeOf } from "../attachment/place-of.server.ts";
import { type ServiceContext, transaction } from "../context.server.ts";

/** How many results a page shows. */
const limit = 50;

/**
 * What holds every term that was typed, the best first: named so, beginning so, or holding it in the
 * name before what holds it elsewhere. Goals, policies, projects, strategies and KPIs for everybody,
 * as the definitions of adopted plans are public; what members write for those who may see it.
 * `terms` is empty where nothing searchable was typed. One statement.
 */
export async function searchPortal(
  context: ServiceContext,
  typed: string,
  scope: { plan?: string } = {},
) {
  const terms = searchTerms(typed);
  if (terms.length === 0) return { terms, results: [], more: false };
  const { searched, pairs } = searchEntries;
  const wanted = sql.param([...new Set(terms.flatMap(pairsOf))], pairs);
  const holds = terms.map((term) => sql`position(${term} in ${searched}) > 0`);
  const found = await transaction(context, (tx) =>
    tx
      .select({
        plan: { code: plans.code, name: plans.name },
        kind: searchEntries.kind,
        code: searchEntries.code,
        name: searchEntries.name,
        place: searchEntries.place,
        /** Where what a member wrote is shown; null for a definition. */
        subject: placeOfSubject,
        isDemo,
      })
      .from(searchEntries)
      .innerJoin(plans, eq(plans.id, searchEntries.planId))
      .where(
        and(
          sql`${searchEntries.id} = any ((select portal.search_candidates(${wanted}))::uuid[])`,
          ...holds,
          scope.plan === undefined ? undefined : eq(plans.code, scope.plan),
        ),
      )
      .orderBy(
        desc(rankOf(terms)),
        asc(plans.position),
        asc(searchEntries.position),
        asc(searchEntries.id),
      )
      .limit(limit + 1),
  );
  return { terms, results: found.slice(0, limit), more: found.length > limit };
}

export type SearchResult = Awaited<ReturnType<typeof searchPortal>>["results"][number];

/** A file is shown with what it stands behind; an update and a practice stand for themselves. */
const placeOfSubject = sql<AttachmentPlace | null>`case ${searchEntries.kind}
  when 'update' then (select json_build_object('on', 'update', 'plan', ${plans.code},
    'project', n.code) from project_updates u join plan_nodes n on n.id = u.node_id
    where u.id = ${searchEntries.subjectId})
  when 'practice' then json_build_object('on', 'practice', 'plan', ${plans.code},
    'practice', ${searchEntries.subjectId})
  when 'attachment' then ${placeOf(searchEntries.subjectId)} end`;

/** Whether what a member wrote is made up; definitions never are. */
const isDemo = sql<boolean>`coalesce(case ${searchEntries.kind}
  when 'update' then (select u.is_demo from project_updates u where u.id = ${searchEntries.subjectId})
  when 'practice' then (select c.is_demo from practices c where c.id = ${searchEntries.subjectId})
  when 'attachment' then (select a.is_demo from attachments a
    where a.id = ${searchEntries.subjectId}) end, false)`;

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
