import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { activityStates } from "#app/domain/progress/activity.ts";
import { milestoneStates, milestoneSteps } from "#app/domain/progress/milestone.ts";
import { progressStatuses, updateScopes } from "#app/domain/progress/status.ts";
import { id, moment, oneOf } from "./columns.ts";
import { organisations, users } from "./identity.ts";
import { planNodes } from "./plan.ts";

// How projects get on, as their people say. All of it is append-only: the newest row counts, and the
// earlier ones are its history.

/** A status update of a project: of an organisation's own part, or by the lead of the whole. */
export const projectUpdates = pgTable(
  "project_updates",
  {
    id: id(),
    nodeId: uuid()
      .notNull()
      .references(() => planNodes.id),
    /** Whose update it is; it is also its author's organisation. */
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    scope: text({ enum: updateScopes }).notNull(),
    version: integer().notNull(),
    status: text({ enum: progressStatuses }).notNull(),
    done: text().notNull(),
    issues: text().notNull().default(""),
    next: text().notNull().default(""),
    isDemo: boolean().notNull().default(false),
    authorId: uuid()
      .notNull()
      .references(() => users.id),
    /** Given by the form; the same request sent twice is one update. */
    requestKey: uuid().unique(),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [
    unique("project_updates_version").on(
      table.nodeId,
      table.organisationId,
      table.scope,
      table.version,
    ),
    oneOf("project_updates_scope", table.scope, updateScopes),
    oneOf("project_updates_status", table.status, progressStatuses),
  ],
);

/** A milestone of a project's roadmap: only that it is there. What it is stands in its versions. */
export const milestones = pgTable(
  "milestones",
  {
    id: id(),
    nodeId: uuid()
      .notNull()
      .references(() => planNodes.id),
    isDemo: boolean().notNull().default(false),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [
    index().on(table.nodeId),
    // The versions refer to both, so that their copies can never disagree.
    unique("milestones_identity").on(table.id, table.nodeId),
  ],
);

export const milestoneVersions = pgTable(
  "milestone_versions",
  {
    id: id(),
    milestoneId: uuid().notNull(),
    nodeId: uuid().notNull(),
    version: integer().notNull(),
    /** `save` writes what is to be reached, every other step how far it has come, never both. */
    step: text({ enum: ["save", ...milestoneSteps] }).notNull(),
    name: text().notNull(),
    dueOn: date({ mode: "string" }),
    dueFy: integer(),
    /** Who is responsible. */
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    state: text({ enum: milestoneStates }).notNull(),
    reason: text().notNull().default(""),
    reachedOn: date({ mode: "string" }),
    /** Words, or the address of a page. */
    evidence: text().notNull().default(""),
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
    unique().on(table.milestoneId, table.version),
    index().on(table.nodeId),
    foreignKey({
      name: "milestone_versions_head",
      columns: [table.milestoneId, table.nodeId],
      foreignColumns: [milestones.id, milestones.nodeId],
    }),
    check("milestone_versions_due", sql`(due_on is null) <> (due_fy is null)`),
    check("milestone_versions_reached", sql`(reached_on is not null) = (state = 'reached')`),
    check("milestone_versions_reason", sql`state not in ('late', 'cancelled') or reason <> ''`),
    oneOf("milestone_versions_state", table.state, milestoneStates),
    oneOf("milestone_versions_step", table.step, ["save", ...milestoneSteps]),
  ],
);

/** How an activity of a project gets on; it is named by its id in the plan's versions. */
export const activityReports = pgTable(
  "activity_reports",
  {
    id: id(),
    nodeId: uuid()
      .notNull()
      .references(() => planNodes.id),
    activityId: uuid().notNull(),
    version: integer().notNull(),
    state: text({ enum: activityStates }).notNull(),
    note: text().notNull().default(""),
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
    unique("activity_reports_version").on(table.activityId, table.version),
    index().on(table.nodeId),
    oneOf("activity_reports_state", table.state, activityStates),
    check("activity_reports_note", sql`state not in ('late', 'stopped') or note <> ''`),
  ],
);
