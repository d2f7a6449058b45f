import { sql } from "drizzle-orm";
import {
  check,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { HandedOver } from "#app/domain/identity/handover.ts";
import { linkStates } from "#app/domain/identity/states.ts";
import { roles } from "#app/policy/roles.ts";
import { id, moment, oneOf } from "./columns.ts";
import { members, organisations, users } from "./identity.ts";
import { planNodes } from "./plan.ts";

/** The PTs (or basic goals) that a member looks after; without any, all of them. */
export const memberNodes = pgTable(
  "member_nodes",
  {
    memberId: uuid()
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    nodeId: uuid()
      .notNull()
      .references(() => planNodes.id),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.nodeId] })],
);

/** Who keeps the portal: makes organisations and names their first administrator, and reads no figures by it. */
export const platformAdmins = pgTable("platform_admins", {
  userId: uuid()
    .primaryKey()
    .references(() => users.id),
  createdAt: moment().notNull().defaultNow(),
});

/**
 * Somebody asked by mail to become a member, with a role; without an organisation, to keep the portal.
 * The secret of its link is made from its id and never stored.
 */
export const invitations = pgTable(
  "invitations",
  {
    id: id(),
    organisationId: uuid().references(() => organisations.id),
    /** In lower case; null where the first start asks for whoever opens its link. */
    email: text(),
    role: text({ enum: roles }).notNull(),
    nodeIds: uuid().array().notNull().default([]),
    state: text({ enum: linkStates }).notNull().default("open"),
    expiresAt: moment().notNull(),
    authorId: uuid().references(() => users.id),
    createdAt: moment().notNull().defaultNow(),
    /** Who accepted it, and when it was accepted or revoked. */
    userId: uuid().references(() => users.id),
    endedAt: moment(),
  },
  (table) => [
    oneOf("invitations_state", table.state, linkStates),
    oneOf("invitations_role", table.role, roles),
    check("invitations_email", sql`email = lower(email) and length(email) between 3 and 254`),
    check(
      "invitations_first",
      sql`email is not null or (organisation_id is null and author_id is null)`,
    ),
    check("invitations_ended", sql`(state = 'open') = (ended_at is null)`),
    check("invitations_used", sql`(state = 'used') = (user_id is not null)`),
    uniqueIndex("invitations_open")
      .on(sql`coalesce(organisation_id, '00000000-0000-0000-0000-000000000000'::uuid)`, table.email)
      .where(sql`state = 'open'`),
    index().on(table.organisationId),
  ],
);

/** The work that somebody left to a colleague when they changed posts, as it was on that day. */
export const handovers = pgTable(
  "handovers",
  {
    id: id(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    fromUserId: uuid()
      .notNull()
      .references(() => users.id),
    toUserId: uuid()
      .notNull()
      .references(() => users.id),
    note: text().notNull().default(""),
    items: jsonb().$type<HandedOver[]>().notNull(),
    authorId: uuid()
      .notNull()
      .references(() => users.id),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [index().on(table.organisationId), index().on(table.toUserId)],
);
