import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { type MailKind, type MailState, mailKinds, mailStates } from "#app/domain/mail/mail.ts";
import { mails, organisations, users } from "#db/schema/index.ts";
import { authorize, type ServiceContext, transaction } from "../context.server.ts";

/** So many stand on one page. */
const mailsPerPage = 50;

/** What of the log is shown; empty: all of it. What is no kind, state or organisation shows nothing. */
export type MailFilter = { organisation: string; kind: string; state: string };

/**
 * A page of the log of mails, newest first, without addresses. Throws `forbidden` for everybody but
 * the council's office.
 */
export async function listMails(context: ServiceContext, filter: MailFilter, page: number) {
  authorize(context, "mail.read");
  const where = and(...conditionsOf(filter));
  return transaction(context, async (tx) => {
    const rows = await tx
      .select({
        id: mails.id,
        kind: mails.kind,
        subject: mails.subject,
        // What one organisation wrote to a firm is between the two.
        text: sql<string | null>`case when ${mails.kind} <> 'reporter_link' then ${mails.text} end`,
        items: mails.items,
        state: mails.state,
        attempts: mails.attempts,
        lastError: mails.lastError,
        sentAt: mails.sentAt,
        createdAt: mails.createdAt,
        name: users.name,
        offices: sql<string | null>`portal.offices_of(${mails.userId})`,
      })
      .from(mails)
      .leftJoin(users, eq(users.id, mails.userId))
      .where(where)
      .orderBy(desc(mails.createdAt), desc(mails.id))
      .limit(mailsPerPage)
      .offset((page - 1) * mailsPerPage);
    const [counts] = await tx.select({ all: sql<number>`count(*)::int` }).from(mails).where(where);
    const all = counts?.all ?? 0;
    const choices = await tx
      .select({ slug: organisations.slug, shortName: organisations.shortName })
      .from(organisations)
      .orderBy(asc(organisations.position));
    return {
      rows,
      all,
      page,
      pages: Math.max(1, Math.ceil(all / mailsPerPage)),
      organisations: choices,
    };
  });
}

function conditionsOf({ organisation, kind, state }: MailFilter): SQL[] {
  const found: SQL[] = [];
  if (kind !== "") {
    const kinds = mailKinds.filter((each): each is MailKind => each === kind);
    found.push(inArray(mails.kind, kinds));
  }
  if (state !== "") {
    // What waits is one thing to the reader, whether it gathers or is ready.
    const asked = state === "waiting" ? ["gathering", "ready"] : [state];
    const states = mailStates.filter((each): each is MailState => asked.includes(each));
    found.push(inArray(mails.state, states));
  }
  if (organisation !== "")
    found.push(sql`${mails.userId} in (
      select m.user_id from ${organisations} o
      cross join lateral portal.members_of(o.id, '{viewer,editor,approver,admin}') m
      where o.slug = ${organisation})`);
  return found;
}
