import { desc, eq, sql } from "drizzle-orm";
import { notifications, organisations, users } from "#db/schema/index.ts";
import { authorize, type ServiceContext, transaction } from "../context.server.ts";

/** So many stand on one page. */
export const noticesPerPage = 50;

/**
 * A page of what the reader was told, newest first, with how much there is and how much of it is
 * unread. Throws `forbidden` for people who are not members.
 */
export async function listNotifications(context: ServiceContext, page: number) {
  authorize(context, "notification.read");
  const own = eq(notifications.userId, context.actor.id);
  return transaction(context, async (tx) => {
    const rows = await tx
      .select({
        id: notifications.id,
        kind: notifications.kind,
        path: notifications.path,
        detail: notifications.detail,
        isDemo: notifications.isDemo,
        readAt: notifications.readAt,
        createdAt: notifications.createdAt,
        actor: users.name,
        organisation: organisations.shortName,
      })
      .from(notifications)
      .innerJoin(users, eq(users.id, notifications.actorId))
      .innerJoin(organisations, eq(organisations.id, notifications.actorOrganisationId))
      .where(own)
      .orderBy(desc(notifications.createdAt), desc(notifications.id))
      .limit(noticesPerPage)
      .offset((page - 1) * noticesPerPage);
    const [counts] = await tx
      .select({
        all: sql<number>`count(*)::int`,
        unread: sql<number>`count(*) filter (where ${notifications.readAt} is null)::int`,
      })
      .from(notifications)
      .where(own);
    const { all, unread } = counts ?? { all: 0, unread: 0 };
    return { rows, all, unread, page, pages: Math.max(1, Math.ceil(all / noticesPerPage)) };
  });
}
