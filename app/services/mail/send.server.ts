import { setTimeout as sleep } from "node:timers/promises";
import { and, asc, eq, lte, sql } from "drizzle-orm";
import { nextAttempt } from "#app/domain/mail/delivery.ts";
import { linkKinds, type MailItem } from "#app/domain/mail/mail.ts";
import { mailText } from "#app/i18n/mail.ts";
import { secretPath } from "#app/lib/secret-link.server.ts";
import { isUnavailable } from "#app/lib/unavailable.ts";
import { productName } from "#app/site/name.ts";
import { paths } from "#app/site/paths.ts";
import { asActor, type Database } from "#db/client.server.ts";
import { mails, members, users } from "#db/schema/index.ts";

/** What the mail server is given. `id` makes the Message-ID, the same at every attempt. */
export type Letter = {
  id: string;
  to: { name: string | null; address: string };
  subject: string;
  text: string;
};

/** How a delivery ended, `refused` for good. */
export type Delivery = { result: "sent" } | { result: "failed" | "refused"; error: string };

type Outgoing = {
  now: Date;
  appUrl: string;
  linkSecret: string;
  deliver: (letter: Letter) => Promise<Delivery>;
};

/** Longer than a delivery can take: only then another process may try the same mail. */
const leaseSeconds = 120;

/**
 * Sends the mail that is due longest. It is claimed for a while, sent outside of any transaction, and
 * then marked; who is killed between sending and marking sends again after the claim has ended, with
 * the same Message-ID. Answers `nothing` when none is due, and what became of it otherwise.
 */
export async function sendNextMail(
  database: Database,
  { now, appUrl, linkSecret, deliver }: Outgoing,
): Promise<"nothing" | Delivery["result"]> {
  const mail = await claim(database, now);
  if (!mail) return "nothing";
  const address = mail.address ?? mail.email;
  if (!mail.belongs || address === null)
    return mark(database, mail, now, { result: "refused", error: "no_membership" });
  const to = { name: mail.name, address };
  const portal = { name: productName, appUrl, noticesPath: paths.notifications };
  const delivery = await deliver({
    id: mail.id,
    to,
    subject: mail.subject,
    text: mailText({ ...mail, items: withLink(mail, linkSecret) }, to, portal),
  });
  return mark(database, mail, now, delivery);
}

type Claimed = NonNullable<Awaited<ReturnType<typeof claim>>>;

function claim(database: Database, now: Date) {
  return asActor(database, null, async (tx) => {
    const [due] = await tx
      .select({ id: mails.id })
      .from(mails)
      .where(and(eq(mails.state, "ready"), lte(mails.dueAt, now)))
      .orderBy(asc(mails.dueAt), asc(mails.createdAt))
      .limit(1)
      .for("update", { skipLocked: true });
    if (!due) return null;
    await tx
      .update(mails)
      .set({
        attempts: sql`${mails.attempts} + 1`,
        dueAt: new Date(now.getTime() + leaseSeconds * 1000),
      })
      .where(eq(mails.id, due.id));
    const [mail] = await tx
      .select({
        id: mails.id,
        kind: mails.kind,
        subject: mails.subject,
        text: mails.text,
        items: mails.items,
        attempts: mails.attempts,
        createdAt: mails.createdAt,
        name: users.name,
        email: users.email,
        address: mails.address,
        linkId: mails.linkId,
        belongs: sql<boolean>`${mails.kind} in ('security', 'invitation', 'password_reset', 'reporter_link')
          or exists (select from ${members} where ${members.userId} = ${users.id})`,
      })
      .from(mails)
      .leftJoin(users, eq(users.id, mails.userId))
      .where(eq(mails.id, due.id));
    return mail ?? null;
  });
}

/** What a mail lists; the secret address of a link is made only now. */
function withLink({ kind, linkId, items }: Claimed, linkSecret: string): MailItem[] {
  const link = linkKinds.find((each) => each === kind);
  if (link === undefined || linkId === null) return items;
  const path = secretPath(linkSecret, link, linkId);
  return items.map(({ text }) => ({ text, path }));
}

/** Writes down how it ended; a database that is just coming back is asked until the claim ends. */
async function mark(
  database: Database,
  mail: Pick<Claimed, "id" | "attempts" | "createdAt">,
  now: Date,
  delivery: Delivery,
): Promise<Delivery["result"]> {
  const again =
    delivery.result === "failed" ? nextAttempt(mail.attempts, mail.createdAt, now) : null;
  const change =
    delivery.result === "sent"
      ? { state: "sent" as const, sentAt: sql`now()`, lastError: null }
      : again
        ? { dueAt: again, lastError: delivery.error }
        : { state: "failed" as const, lastError: delivery.error };
  const deadline = Date.now() + leaseSeconds * 1000;
  for (;;) {
    try {
      await asActor(database, null, (tx) =>
        tx
          .update(mails)
          .set(change)
          .where(and(eq(mails.id, mail.id), eq(mails.state, "ready"))),
      );
      return delivery.result;
    } catch (error) {
      // Forgetting what was sent would send it twice.
      if (!isUnavailable(error) || Date.now() > deadline) throw error;
      await sleep(500);
    }
  }
}
