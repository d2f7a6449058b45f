import { and, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { notifications } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import { authorizeAs, type ServiceContext, transaction } from "../context.server.ts";
import { ServiceError } from "../service-error.ts";

const fields = z.object({ notification: z.uuid().optional() });

/**
 * Marks one of the reader's own notices as read, or without `notification` all of them. What is read
 * already stays so. Throws `forbidden`, `not_found`.
 */
export async function markNotification(
  context: ServiceContext,
  input: Record<string, unknown>,
): Promise<void> {
  const { context: signedIn, membership } = authorizeAs(context, "notification.mark", {});
  const parsed = fields.safeParse(input);
  if (!parsed.success) throw new ServiceError("not_found");
  const { notification } = parsed.data;
  await transaction(context, async (tx) => {
    const marked = await tx
      .update(notifications)
      .set({ readAt: sql`now()` })
      .where(
        and(
          eq(notifications.userId, signedIn.actor.id),
          isNull(notifications.readAt),
          notification === undefined ? undefined : eq(notifications.id, notification),
        ),
      )
      .returning({ id: notifications.id });
    if (marked.length === 0) return;
    await record(tx, signedIn, {
      action: "notification.mark",
      organisationId: membership.organisationId,
      subject: notification ?? "all",
      detail: { marked: marked.length },
    });
  });
}
