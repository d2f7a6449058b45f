import {
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { PlanContent } from "#app/domain/plan/content.ts";
import {
  itemStates,
  itemSteps,
  revisionStates,
  type SubjectContent,
  subjectKinds,
  versionKinds,
} from "#app/domain/plan/revision.ts";
import { id, moment, oneOf } from "./columns.ts";
import { organisations, users } from "./identity.ts";
import { plans } from "./plan.ts";

/**
 * The versions of a plan's definition, append-only: the highest is in force, and a year is graded by
 * the highest whose `firstFy` it has reached. The tables of nodes and indicators are a projection of
 * the newest one, written by the database itself.
 */
export const planVersions = pgTable(
  "plan_versions",
  {
    planId: uuid()
      .notNull()
      .references(() => plans.id),
    version: integer().notNull(),
    kind: text({ enum: versionKinds }).notNull(),
    title: text().notNull(),
    /** What it is for, as the reader of its list of changes sees it. */
    reason: text().notNull().default(""),
    firstFy: integer().notNull(),
    /** The day from which it is in force. */
    effectiveOn: date({ mode: "string" }).notNull(),
    /** The day of the council's decision, where it is known. */
    adoptedOn: date({ mode: "string" }),
    content: jsonb().$type<PlanContent>().notNull(),
    /** What is said of single changes, by the code of what was changed. */
    notes: jsonb().$type<Record<string, string>>().notNull().default({}),
    revisionId: uuid().references(() => planRevisions.id),
    /** Null where it came with the plan. */
    authorId: uuid().references(() => users.id),
    authorOrganisationId: uuid().references(() => organisations.id),
    requestKey: uuid().unique(),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.planId, table.version] }),
    oneOf("plan_versions_kind", table.kind, versionKinds),
  ],
);

/** A 見直し of a plan: how far it has come. What it changes stands in its items. */
export const planRevisions = pgTable(
  "plan_revisions",
  {
    id: id(),
    planId: uuid()
      .notNull()
      .references(() => plans.id),
    number: integer().notNull(),
    title: text().notNull(),
    purpose: text().notNull().default(""),
    state: text({ enum: revisionStates }).notNull(),
    /** Counts the steps, so that two people do not take one at the same time. */
    step: integer().notNull().default(1),
    /** Why it was abandoned or opened again. */
    stateReason: text().notNull().default(""),
    authorId: uuid()
      .notNull()
      .references(() => users.id),
    authorOrganisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    requestKey: uuid().unique(),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (table) => [
    unique().on(table.planId, table.number),
    oneOf("plan_revisions_state", table.state, revisionStates),
  ],
);

/** What a revision makes of one node or indicator, append-only: the newest version counts. */
export const revisionItems = pgTable(
  "revision_items",
  {
    id: id(),
    revisionId: uuid()
      .notNull()
      .references(() => planRevisions.id),
    subjectKind: text({ enum: subjectKinds }).notNull(),
    subjectCode: text().notNull(),
    version: integer().notNull(),
    step: text({ enum: itemSteps }).notNull(),
    state: text({ enum: itemStates }).notNull(),
    /** As it is to be. */
    content: jsonb().$type<SubjectContent>().notNull(),
    /** As it stood in the plan when this was written; null for something new. */
    basis: jsonb().$type<SubjectContent>(),
    /** Why it is proposed, taken back or set aside. */
    reason: text().notNull().default(""),
    /** Whose proposal it is. */
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
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
    unique("revision_items_version").on(
      table.revisionId,
      table.subjectKind,
      table.subjectCode,
      table.version,
    ),
    index().on(table.revisionId),
    oneOf("revision_items_kind", table.subjectKind, subjectKinds),
    oneOf("revision_items_step", table.step, itemSteps),
    oneOf("revision_items_state", table.state, itemStates),
  ],
);
