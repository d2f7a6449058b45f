import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { commentSteps, notificationKinds } from "#app/domain/discussion/notification.ts";
import { choiceKinds } from "#app/domain/mail/mail.ts";
import { id, moment, oneOf } from "./columns.ts";
import { organisations, users } from "./identity.ts";
import { indicators } from "./indicator.ts";
import { planNodes } from "./plan.ts";

/**
 * What people say to each other: of a project, of a KPI, or of one organisation's figure of a year,
 * which only those read who read that figure before it is accepted.
 */
export const comments = pgTable(
  "comments",
  {
    id: id(),
    nodeId: uuid().references(() => planNodes.id),
    indicatorId: uuid().references(() => indicators.id),
    /** Of a single figure: its year and who reports it. */
    fy: integer(),
    reporterId: uuid().references(() => organisations.id),
    /** The comment that this one answers; that one answers nothing. */
    parentId: uuid().references((): AnyPgColumn => comments.id),
    /** Empty where its author took it back. */
    body: text().notNull(),
    isDemo: boolean().notNull().default(false),
    authorId: uuid()
      .notNull()
      .references(() => users.id),
    authorOrganisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    requestKey: uuid().unique(),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [
    index().on(table.nodeId, table.createdAt),
    index().on(table.indicatorId, table.createdAt),
    index().on(table.parentId),
    check("comments_subject", sql`(node_id is null) <> (indicator_id is null)`),
    check(
      "comments_figure",
      sql`(fy is null) = (reporter_id is null) and (fy is null or indicator_id is not null)`,
    ),
  ],
);

/** Whom a comment addresses. */
export const commentMentions = pgTable(
  "comment_mentions",
  {
    commentId: uuid()
      .notNull()
      .references(() => comments.id),
    userId: uuid()
      .notNull()
      .references(() => users.id),
  },
  (table) => [primaryKey({ columns: [table.commentId, table.userId] }), index().on(table.userId)],
);

/** A thread is resolved and opened again, a comment taken back; append-only. */
export const commentHistory = pgTable(
  "comment_history",
  {
    id: id(),
    commentId: uuid()
      .notNull()
      .references(() => comments.id),
    version: integer().notNull(),
    step: text({ enum: commentSteps }).notNull(),
    authorId: uuid()
      .notNull()
      .references(() => users.id),
    authorOrganisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [
    unique().on(table.commentId, table.version),
    oneOf("comment_history_step", table.step, commentSteps),
  ],
);

/** What somebody is told in the portal. The words are made from `detail` when it is read. */
export const notifications = pgTable(
  "notifications",
  {
    id: id(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    kind: text({ enum: notificationKinds }).notNull(),
    /** Where it leads to, within the portal. */
    path: text().notNull(),
    detail: jsonb().$type<Record<string, string>>().notNull().default({}),
    isDemo: boolean().notNull().default(false),
    actorId: uuid()
      .notNull()
      .references(() => users.id),
    actorOrganisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    readAt: moment(),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [
    index().on(table.userId, table.createdAt),
    index("notifications_unread").on(table.userId).where(sql`read_at is null`),
    oneOf("notifications_kind", table.kind, notificationKinds),
  ],
);

/** What somebody has chosen to be told of and how; kinds without a row are as they are for everybody. */
export const notificationPreferences = pgTable(
  "notification_preferences",
  {
    userId: uuid()
      .notNull()
      .references(() => users.id),
    kind: text({ enum: choiceKinds }).notNull(),
    inApp: boolean().notNull(),
    byMail: boolean().notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.kind] }),
    oneOf("notification_preferences_kind", table.kind, choiceKinds),
  ],
);
