import { and, asc, eq, sql } from "drizzle-orm";
import { invitationStanding } from "#app/domain/invitation/standing.ts";
import { invitations, organisations, platformAdmins, users } from "#db/schema/index.ts";
import { authorize, type ServiceContext, transaction } from "../context.server.ts";

/**
 * The organisations of the portal with how many people belong to each, how many of them administer it,
 * and who was asked to be the first, by `now`; and who keeps the portal. For those who do. Throws
 * `forbidden`.
 */
export async function listOrganisation(context: ServiceContext, now: Date) {
  authorize(context, "organisation.list");
  return transaction(context, async (tx) => {
    const staff = await tx.execute<{ id: string; members: number; admins: number }>(sql`
      select organisation_id as id, members, admins from portal.organisation_staff()`);
    const staffOf = new Map(staff.map((row) => [row.id, row]));
    const asked = await tx
      .select({
        organisationId: invitations.organisationId,
        state: invitations.state,
        expiresAt: invitations.expiresAt,
      })
      .from(invitations)
      .where(and(eq(invitations.state, "open"), eq(invitations.role, "admin")));
    const open = asked.filter((each) => invitationStanding(each, now) === "open");
    const rows = await tx
      .select({
        id: organisations.id,
        slug: organisations.slug,
        kind: organisations.kind,
        code: organisations.code,
        shortName: organisations.shortName,
        name: organisations.name,
      })
      .from(organisations)
      .orderBy(asc(organisations.position), asc(organisations.slug));
    const keepers = await tx
      .select({ id: users.id, name: users.name, since: platformAdmins.createdAt })
      .from(platformAdmins)
      .innerJoin(users, eq(users.id, platformAdmins.userId))
      .orderBy(asc(platformAdmins.createdAt));
    return {
      organisations: rows.map((row) => ({
        ...row,
        members: staffOf.get(row.id)?.members ?? 0,
        admins: staffOf.get(row.id)?.admins ?? 0,
        asked: open.filter(({ organisationId }) => organisationId === row.id).length,
      })),
      keepers,
    };
  });
}
