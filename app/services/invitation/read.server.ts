import { and, desc, eq, gt, ne, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { invitationStanding } from "#app/domain/invitation/standing.ts";
import { invitations, users } from "#db/schema/index.ts";
import { authorize, type ServiceContext, transaction } from "../context.server.ts";
import { findInviting } from "./find-inviting.server.ts";

const authors = alias(users, "authors");

/**
 * Who was asked into an organisation, or without a `slug` to keep the portal, and what became of it by
 * `now`, the newest first; what ended more than three months ago is left out. Throws `forbidden`,
 * `not_found`.
 */
export async function readInvitation(context: ServiceContext, slug: string | null, now: Date) {
  const own = context.actor?.memberships.find((membership) => membership.slug === slug);
  authorize(context, "invitation.read", { organisationId: own?.organisationId });
  return transaction(context, async (tx) => {
    const { where } = await findInviting(tx, slug);
    const rows = await tx
      .select({
        id: invitations.id,
        email: sql<string>`coalesce(${invitations.email}, '')`,
        role: invitations.role,
        nodeIds: invitations.nodeIds,
        state: invitations.state,
        expiresAt: invitations.expiresAt,
        createdAt: invitations.createdAt,
        author: authors.name,
        endedAt: invitations.endedAt,
      })
      .from(invitations)
      .leftJoin(authors, eq(authors.id, invitations.authorId))
      .where(
        and(
          where,
          or(
            eq(invitations.state, "open"),
            and(
              ne(invitations.state, "open"),
              gt(invitations.endedAt, sql`now() - interval '90 days'`),
            ),
          ),
        ),
      )
      .orderBy(desc(invitations.createdAt), desc(invitations.email));
    return rows.map((row) => ({ ...row, standing: invitationStanding(row, now) }));
  });
}
