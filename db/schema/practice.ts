import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { themes } from "#app/domain/indicator/definition.ts";
import { practiceStates, rolloutStates } from "#app/domain/practice/states.ts";
import { id, moment, oneOf } from "./columns.ts";
import { organisations, users } from "./identity.ts";
import { plans } from "./plan.ts";

// Good practices (好事例) and what others make of them (横展開). What they say is append-only: the
// newest version counts, and the earlier ones are its history.

export const practices = pgTable(
  "practices",
  {
    id: id(),
    planId: uuid()
      .notNull()
      .references(() => plans.id),
    /** Whose case it is. */
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    isDemo: boolean().notNull().default(false),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [
    index().on(table.planId),
    // The versions refer to both, so that their copies can never disagree.
    unique("practices_identity").on(table.id, table.organisationId),
  ],
);

export const practiceVersions = pgTable(
  "practice_versions",
  {
    id: id(),
    practiceId: uuid().notNull(),
    organisationId: uuid().notNull(),
    version: integer().notNull(),
    state: text({ enum: practiceStates }).notNull(),
    title: text().notNull(),
    problem: text().notNull().default(""),
    done: text().notNull().default(""),
    cost: text().notNull().default(""),
    effect: text().notNull().default(""),
    contact: text().notNull().default(""),
    themes: text({ enum: themes }).array().notNull().default([]),
    /** The PTs and projects that it belongs to. */
    nodeIds: uuid().array().notNull().default([]),
    /** The KPIs that it moved. */
    indicatorIds: uuid().array().notNull().default([]),
    /** Why it was taken back. */
    reason: text().notNull().default(""),
    authorId: uuid()
      .notNull()
      .references(() => users.id),
    requestKey: uuid().unique(),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [
    unique().on(table.practiceId, table.version),
    foreignKey({
      name: "practice_versions_head",
      columns: [table.practiceId, table.organisationId],
      foreignColumns: [practices.id, practices.organisationId],
    }),
    index("practice_versions_indicators").using("gin", table.indicatorIds),
    oneOf("practice_versions_state", table.state, practiceStates),
    check("practice_versions_reason", sql`state <> 'withdrawn' or reason <> ''`),
  ],
);

/** What another organisation makes of a case; one for each, with versions. */
export const practiceRollouts = pgTable(
  "practice_rollouts",
  {
    id: id(),
    practiceId: uuid()
      .notNull()
      .references(() => practices.id),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    version: integer().notNull(),
    state: text({ enum: rolloutStates }).notNull(),
    /** The year in which it began to be done. */
    startedFy: integer(),
    effect: text().notNull().default(""),
    note: text().notNull().default(""),
    isDemo: boolean().notNull().default(false),
    authorId: uuid()
      .notNull()
      .references(() => users.id),
    requestKey: uuid().unique(),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [
    unique("practice_rollouts_version").on(table.practiceId, table.organisationId, table.version),
    index().on(table.organisationId),
    oneOf("practice_rollouts_state", table.state, rolloutStates),
    check(
      "practice_rollouts_started",
      sql`state not in ('doing', 'done') or started_fy is not null`,
    ),
  ],
);
