import { boolean, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, moment } from "./columns.ts";
import { organisations, users } from "./identity.ts";
import { planNodes } from "./plan.ts";

/** Who is to be asked about a PT in an organisation, by office; the newest version counts. */
export const ptContacts = pgTable(
  "pt_contacts",
  {
    id: id(),
    nodeId: uuid()
      .notNull()
      .references(() => planNodes.id),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    version: integer().notNull(),
    department: text().notNull(),
    person: text().notNull().default(""),
    phone: text().notNull().default(""),
    email: text().notNull().default(""),
    note: text().notNull().default(""),
    isDemo: boolean().notNull().default(false),
    authorId: uuid()
      .notNull()
      .references(() => users.id),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [unique().on(table.nodeId, table.organisationId, table.version)],
);

/** Until when somebody has looked through what changed in a PT, in an organisation's workspace. */
export const workspaceVisits = pgTable(
  "workspace_visits",
  {
    userId: uuid()
      .notNull()
      .references(() => users.id),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    nodeId: uuid()
      .notNull()
      .references(() => planNodes.id),
    seenAt: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.organisationId, table.nodeId] })],
);
