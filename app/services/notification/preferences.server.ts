import { eq } from "drizzle-orm";
import { type NotificationKind, notificationKinds } from "#app/domain/discussion/notification.ts";
import type { Transaction } from "#db/client.server.ts";
import { notificationPreferences } from "#db/schema/index.ts";
import { authorize, type ServiceContext, transaction } from "../context.server.ts";

/** Every kind of notice, and whether the reader wants it: everything that was not switched off. */
export async function readPreferences(context: ServiceContext) {
  authorize(context, "notification.read");
  const { actor } = context;
  const wanted = await transaction(context, (tx) => wantedBy(tx, actor.id));
  return notificationKinds.map((kind) => ({ kind, wanted: wanted.has(kind) }));
}

/** The kinds that somebody wants. */
export async function wantedBy(tx: Transaction, userId: string): Promise<Set<NotificationKind>> {
  const rows = await tx
    .select()
    .from(notificationPreferences)
    .where(eq(notificationPreferences.userId, userId));
  const off = new Set(rows.filter(({ inApp }) => !inApp).map(({ kind }) => kind));
  return new Set(notificationKinds.filter((kind) => !off.has(kind)));
}
