import { eq } from "drizzle-orm";
import { type ChoiceKind, choiceKinds, mailedByDefault } from "#app/domain/mail/mail.ts";
import type { Transaction } from "#db/client.server.ts";
import { notificationPreferences } from "#db/schema/index.ts";
import { authorize, type ServiceContext, transaction } from "../context.server.ts";

/** One kind of notice, and how somebody is told of it. */
export type Choice = { kind: ChoiceKind; inApp: boolean; byMail: boolean };

/** How the reader is told of every kind: as they chose, and otherwise as everybody is. */
export async function readPreferences(context: ServiceContext): Promise<Choice[]> {
  authorize(context, "notification.read");
  const { actor } = context;
  return transaction(context, (tx) => choicesOf(tx, actor.id));
}

/** How somebody is told of every kind, in the order of the kinds. */
export async function choicesOf(tx: Transaction, userId: string): Promise<Choice[]> {
  const rows = await tx
    .select()
    .from(notificationPreferences)
    .where(eq(notificationPreferences.userId, userId));
  return choiceKinds.map((kind) => {
    const chosen = rows.find((row) => row.kind === kind);
    const { inApp = kind !== "reminder", byMail = mailedByDefault.includes(kind) } = chosen ?? {};
    return { kind, inApp, byMail };
  });
}
