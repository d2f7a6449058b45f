import { and, asc, eq, sql } from "drizzle-orm";
import { deputyStanding } from "#app/domain/approval/deputy.ts";
import { dateInJapan } from "#app/domain/fiscal-year/fiscal-year.ts";
import { can } from "#app/policy/can.ts";
import type { Transaction } from "#db/client.server.ts";
import { members, users } from "#db/schema/index.ts";
import { deputiesOf } from "../approval/deputies-of.server.ts";
import {
  authorize,
  requireMembership,
  type ServiceContext,
  transaction,
} from "../context.server.ts";
import { goalsOf } from "./goals-of.server.ts";

/** What administrators see of somebody beside the name; null for everybody else. */
type Details = { userId: string; email: string; secondFactor: boolean; seenOn: string | null };

/**
 * The people of an organisation with their roles and the PTs that they look after, who stands in for
 * those who decide on the day of `now`, and for administrators also addresses, second factors and the
 * day on which each was last seen. Throws `forbidden` for people of other organisations.
 */
export async function readMember(context: ServiceContext, slug: string, now: Date) {
  const membership = requireMembership(context, slug);
  const { organisationId } = membership;
  authorize(context, "member.read", { organisationId });
  const today = dateInJapan(now);
  return transaction(context, async (tx) => {
    const goals = await goalsOf(tx, organisationId);
    const details = await detailsOf(tx, organisationId);
    const deputies = await deputiesOf(tx, organisationId);
    const people = await tx
      .select({
        userId: members.userId,
        name: users.name,
        role: members.role,
        since: members.createdAt,
        goalIds: sql<string[]>`array(select c.node_id::text from member_nodes c
          where c.member_id = ${members.id} order by c.node_id::text)`,
      })
      .from(members)
      .innerJoin(users, eq(users.id, members.userId))
      .where(and(eq(members.organisationId, organisationId), eq(users.kind, "person")))
      .orderBy(asc(users.name), asc(users.id));
    return {
      membership,
      goals,
      people: people.map((person) => ({
        ...person,
        own: person.userId === context.actor?.id,
        goals: goals.filter(({ id }) => person.goalIds.includes(id)),
        details: details.get(person.userId) ?? null,
      })),
      deputies: deputies.filter((each) => deputyStanding(each, today) === "present"),
      may: {
        change: can(context.actor, "member.change", { organisationId }),
        invite: can(context.actor, "invitation.send", { organisationId }),
      },
    };
  });
}

/** By person; the database answers administrators alone. */
async function detailsOf(tx: Transaction, organisationId: string): Promise<Map<string, Details>> {
  const rows = await tx.execute<Details>(sql`
    select user_id as "userId", email, second_factor as "secondFactor", seen_on::text as "seenOn"
    from portal.member_details(${organisationId})`);
  return new Map(rows.map((row) => [row.userId, row]));
}
