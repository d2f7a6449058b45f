import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { type MailItem, mailKinds, mailStates } from "#app/domain/mail/mail.ts";
import { id, moment, oneOf } from "./columns.ts";
import { users } from "./identity.ts";

/**
 * What people are told by mail: at once the outbox, the queue of the mail process and the log. Written
 * in the transaction of what it tells of. The greeting, the full links and the foot are added when it
 * is sent.
 */
export const mails = pgTable(
  "mails",
  {
    id: id(),
    userId: uuid().references(() => users.id),
    /** Where it goes when the recipient is nobody of the portal (yet). */
    address: text(),
    /** The invitation, password reset or reporter link whose secret address is added when it is sent. */
    linkId: uuid(),
    kind: text({ enum: mailKinds }).notNull(),
    subject: text().notNull(),
    /** What stands before the items. */
    text: text().notNull().default(""),
    items: jsonb().$type<MailItem[]>().notNull(),
    state: text({ enum: mailStates }).notNull(),
    /** Not sent before; while it is being sent, when another attempt may begin. */
    dueAt: moment().notNull().defaultNow(),
    attempts: integer().notNull().default(0),
    /** Why the last attempt failed: codes, without addresses. */
    lastError: text(),
    sentAt: moment(),
    /** The mail that it went out with. */
    digestId: uuid().references((): AnyPgColumn => mails.id),
    /** What would be told twice has the same one. */
    dedupeKey: text().unique(),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [
    index("mails_gathering").on(table.userId, table.createdAt).where(sql`state = 'gathering'`),
    index("mails_ready").on(table.dueAt).where(sql`state = 'ready'`),
    index().on(table.createdAt),
    oneOf("mails_kind", table.kind, mailKinds),
    oneOf("mails_state", table.state, mailStates),
    check("mails_subject", sql`subject !~ '[[:cntrl:]]' and length(subject) between 1 and 200`),
    check("mails_recipient", sql`(user_id is null) <> (address is null)`),
    check("mails_sent", sql`(state = 'sent') = (sent_at is not null)`),
    check("mails_digested", sql`(state = 'digested') = (digest_id is not null)`),
  ],
);
