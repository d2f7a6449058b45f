import { sql } from "drizzle-orm";
import { notificationKinds } from "#app/domain/discussion/notification.ts";
import { notificationPreferences } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import { authorizeAs, type ServiceContext, transaction } from "../context.server.ts";
import { wantedBy } from "./preferences.server.ts";

/**
 * Chooses which kinds of notices somebody wants from now on: those that the form sends, and no
 * others. Throws `forbidden`.
 */
export async function chooseNotifications(
  context: ServiceContext,
  input: Record<string, unknown>,
): Promise<void> {
  const { context: signedIn, membership } = authorizeAs(context, "notification.choose", {});
  const userId = signedIn.actor.id;
  await transaction(context, async (tx) => {
    const before = await wantedBy(tx, userId);
    const changed = notificationKinds
      .map((kind) => ({ userId, kind, inApp: input[kind] !== undefined }))
      .filter(({ kind, inApp }) => inApp !== before.has(kind));
    if (changed.length === 0) return;
    await tx
      .insert(notificationPreferences)
      .values(changed)
      .onConflictDoUpdate({
        target: [notificationPreferences.userId, notificationPreferences.kind],
        set: { inApp: sql`excluded.in_app` },
      });
    await record(tx, signedIn, {
      action: "notification.choose",
      organisationId: membership.organisationId,
      subject: "own",
      detail: Object.fromEntries(changed.map(({ kind, inApp }) => [kind, inApp])),
    });
  });
}
