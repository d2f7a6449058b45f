import { sql } from "drizzle-orm";
import type { NotificationKind } from "#app/domain/discussion/notification.ts";
import type { Role } from "#app/policy/roles.ts";
import type { Transaction } from "#db/client.server.ts";
import { notifications } from "#db/schema/index.ts";
import type { SignedIn } from "../context.server.ts";
import { mailNotice } from "../mail/mail-notice.server.ts";

export type Notice = {
  kind: NotificationKind;
  /**
   * People by their ids, or those of an organisation who hold one of the roles: where it is `about`
   * indicators, by their ids, only those who look after a PT of one of them.
   */
  to:
    | readonly string[]
    | { organisationId: string; roles: readonly Role[]; about?: readonly string[] };
  /** The organisation for which the actor acts. */
  organisationId: string;
  /** Where it leads to within the portal; every recipient may open it. */
  path: string;
  /** What the words are made from when it is read: i18n/notification knows the parts of each kind. */
  detail: Record<string, string>;
};

/**
 * Tells people of what the actor has just done, in the portal and by mail, in the same transaction.
 * Never the actor themselves, and nobody who has switched the kind off: the database leaves those out. The caller names only
 * people who may see what it leads to.
 */
export async function notify(tx: Transaction, context: SignedIn, notice: Notice): Promise<void> {
  const { kind, to, organisationId, path, detail } = notice;
  const people = "roles" in to ? await membersOf(tx, to) : to;
  const others = [...new Set(people)].filter((userId) => userId !== context.actor.id);
  if (others.length === 0) return;
  await tx.insert(notifications).values(
    others.map((userId) => ({
      userId,
      kind,
      path,
      detail,
      actorId: context.actor.id,
      actorOrganisationId: organisationId,
    })),
  );
  await mailNotice(tx, context, notice, others);
}

async function membersOf(
  tx: Transaction,
  { organisationId, roles, about }: Exclude<Notice["to"], readonly string[]>,
): Promise<string[]> {
  const list = (values: readonly string[]) => sql.param(`{${values.join(",")}}`);
  const rows = await tx.execute<{ user_id: string }>(
    about
      ? sql`select user_id from portal.members_about(
          ${organisationId}, ${list(roles)}::text[], ${list(about)}::uuid[])`
      : sql`select user_id from portal.members_of(${organisationId}, ${list(roles)}::text[])`,
  );
  return rows.map((row) => row.user_id);
}
