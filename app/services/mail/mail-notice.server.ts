import type { NotificationKind } from "#app/domain/discussion/notification.ts";
import { noticeMail } from "#app/i18n/mail.ts";
import type { Transaction } from "#db/client.server.ts";
import { mails } from "#db/schema/index.ts";
import type { SignedIn } from "../context.server.ts";

/**
 * Writes down what people are told by mail, in the transaction of what it tells of. It waits there to
 * go out with what else they are told. The database leaves out who does not want the kind by mail.
 */
export async function mailNotice(
  tx: Transaction,
  { actor }: SignedIn,
  notice: {
    kind: NotificationKind;
    path: string;
    detail: Record<string, string>;
    /** The organisation for which the actor acts. */
    organisationId: string;
  },
  userIds: readonly string[],
): Promise<void> {
  const { kind, path, detail, organisationId } = notice;
  const own = actor.memberships.find((each) => each.organisationId === organisationId);
  const from = { organisation: own?.shortName ?? "", name: actor.name };
  const { subject, text } = noticeMail(kind, detail, from);
  await tx.insert(mails).values(
    userIds.map((userId) => ({
      userId,
      kind,
      subject,
      items: [{ text, path }],
      state: "gathering" as const,
    })),
  );
}
