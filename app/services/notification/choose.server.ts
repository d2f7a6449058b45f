import { sql } from "drizzle-orm";
import { byMailField, inAppField } from "#app/domain/mail/mail.ts";
import { notificationPreferences } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import { authorizeAs, type ServiceContext, transaction } from "../context.server.ts";
import { choicesOf } from "./preferences.server.ts";

/**
 * Chooses how somebody is told of each kind of notice from now on: in the ways that the form sends,
 * and no others. Throws `forbidden`.
 */
export async function chooseNotifications(
  context: ServiceContext,
  input: Record<string, unknown>,
): Promise<void> {
  const { context: signedIn, membership } = authorizeAs(context, "notification.choose", {});
  const userId = signedIn.actor.id;
  await transaction(context, async (tx) => {
    const before = await choicesOf(tx, userId);
    const changed = before.flatMap(({ kind, ...old }) => {
      // Reminders come by mail alone: the workspace itself says what is owed.
      const inApp = kind !== "reminder" && input[inAppField(kind)] !== undefined;
      const byMail = input[byMailField(kind)] !== undefined;
      if (inApp === old.inApp && byMail === old.byMail) return [];
      return [{ userId, kind, inApp, byMail }];
    });
    if (changed.length === 0) return;
    await tx
      .insert(notificationPreferences)
      .values(changed)
      .onConflictDoUpdate({
        target: [notificationPreferences.userId, notificationPreferences.kind],
        set: { inApp: sql`excluded.in_app`, byMail: sql`excluded.by_mail` },
      });
    await record(tx, signedIn, {
      action: "notification.choose",
      organisationId: membership.organisationId,
      subject: "own",
      detail: Object.fromEntries(
        changed.map(({ kind, inApp, byMail }) => [kind, { inApp, byMail }]),
      ),
    });
  });
}
