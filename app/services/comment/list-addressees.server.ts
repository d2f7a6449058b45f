import { sql } from "drizzle-orm";
import { groupBy } from "#app/domain/group-by.ts";
import { roles } from "#app/policy/roles.ts";
import type { Transaction } from "#db/client.server.ts";
import type { FoundSubject } from "./find-subject.server.ts";

/** Who can be addressed in a discussion: organisations with their people, and people by name. */
export type Addressees = {
  organisations: { slug: string; name: string; userIds: string[] }[];
  people: { name: string; userIds: string[] }[];
};

/**
 * Who can be addressed in a discussion: the people of the organisations that take part in the PT and
 * of the plan's owner; of a single figure only those who may read what is said of it. One statement.
 */
export async function listAddressees(tx: Transaction, subject: FoundSubject): Promise<Addressees> {
  const { reporter, columns, plan, participants, leadId } = subject;
  const ids = reporter
    ? [reporter.id, leadId, plan.ownerId]
    : [...participants.map(({ id }) => id), plan.ownerId];
  const rows = await tx.execute<{ slug: string; organisation: string; id: string; name: string }>(
    sql`select o.slug, o.short_name as organisation, m.user_id as id, m.name
      from organisations o
      cross join lateral portal.members_of(o.id, ${asArray(roles)}::text[]) m
      where o.id = any (${asArray(new Set(ids))}::uuid[])
        and (${columns.reporterId}::uuid is null or portal.may_read_figure_comments(
          m.user_id, ${columns.indicatorId}::uuid, ${columns.reporterId}::uuid))
      order by o.position, m.name`,
  );
  const bySlug = groupBy([...rows], ({ slug }) => slug);
  return {
    organisations: [...bySlug].map(([slug, people]) => ({
      slug,
      name: people[0]?.organisation ?? slug,
      userIds: people.map(({ id }) => id),
    })),
    people: [...new Map(rows.map(({ id, name }) => [id, { name, userIds: [id] }])).values()],
  };
}

/** Ids or roles as an array of the database; neither has a character that would need quoting. */
function asArray(values: Iterable<string>): string {
  return `{${[...values].join(",")}}`;
}
