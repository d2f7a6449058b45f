import { sql } from "drizzle-orm";
import { check, date, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { id, moment } from "./columns.ts";
import { organisations, users } from "./identity.ts";

/** Who may decide in an organisation's approvers' place (代決), and for which days. */
export const approvalDeputies = pgTable(
  "approval_deputies",
  {
    id: id(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    fromOn: date({ mode: "string" }).notNull(),
    untilOn: date({ mode: "string" }).notNull(),
    reason: text().notNull().default(""),
    authorId: uuid()
      .notNull()
      .references(() => users.id),
    requestKey: uuid().unique(),
    createdAt: moment().notNull().defaultNow(),
    /** Taken back before its last day. */
    endedAt: moment(),
  },
  (table) => [
    index().on(table.userId),
    index().on(table.organisationId),
    check("approval_deputies_days", sql`from_on <= until_on`),
  ],
);
