import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { assessmentKinds } from "#app/domain/evaluation/assessment.ts";
import { narrativeParts } from "#app/domain/indicator/definition.ts";
import type { PublishedContent } from "#app/domain/rollup/publication.ts";
import { id, moment, oneOf } from "./columns.ts";
import { organisations, users } from "./identity.ts";
import { indicators } from "./indicator.ts";
import { planNodes, plans } from "./plan.ts";

// What people say about figures, beside what is computed from them. All of it is append-only: the
// newest row counts, and the earlier ones are its history. The author is null only where a text or
// a mark came with a plan.

/** A mark or an outlook that a person gave: to an indicator or to a node, for a year. */
export const assessments = pgTable(
  "assessments",
  {
    id: id(),
    planId: uuid()
      .notNull()
      .references(() => plans.id),
    indicatorId: uuid().references(() => indicators.id),
    nodeId: uuid().references(() => planNodes.id),
    fy: integer().notNull(),
    kind: text({ enum: assessmentKinds }).notNull(),
    version: integer().notNull(),
    /** Null takes the judgement back, so that the computed one holds again. */
    value: text(),
    reason: text().notNull(),
    authorId: uuid().references(() => users.id),
    authorOrganisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [
    unique("assessments_version")
      .on(table.indicatorId, table.nodeId, table.fy, table.kind, table.version)
      .nullsNotDistinct(),
    index().on(table.planId, table.fy),
    index().on(table.nodeId),
    check("assessments_subject", sql`(indicator_id is null) <> (node_id is null)`),
    oneOf("assessments_kind", table.kind, assessmentKinds),
  ],
);

/** A text of an evaluation sheet. */
export const narratives = pgTable(
  "narratives",
  {
    id: id(),
    nodeId: uuid()
      .notNull()
      .references(() => planNodes.id),
    fy: integer().notNull(),
    part: text({ enum: narrativeParts }).notNull(),
    version: integer().notNull(),
    text: text().notNull(),
    authorId: uuid().references(() => users.id),
    authorOrganisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [
    unique().on(table.nodeId, table.fy, table.part, table.version),
    oneOf("narratives_part", table.part, narrativeParts),
  ],
);

/** Counts that a document prints for a node without naming the KPIs. */
export const publishedSummaries = pgTable(
  "published_summaries",
  {
    nodeId: uuid()
      .notNull()
      .references(() => planNodes.id),
    fy: integer().notNull(),
    indicators: integer().notNull(),
    marks: jsonb().$type<Record<string, number>>().notNull(),
    outlooks: jsonb().$type<Record<string, number>>().notNull(),
  },
  (table) => [unique().on(table.nodeId, table.fy)],
);

/**
 * What was published of a plan for a year, as it was then: nothing that happens later changes it. A
 * correction is a further edition.
 */
export const publications = pgTable(
  "publications",
  {
    id: id(),
    planId: uuid()
      .notNull()
      .references(() => plans.id),
    fy: integer().notNull(),
    edition: integer().notNull(),
    title: text().notNull(),
    note: text().notNull().default(""),
    content: jsonb().$type<PublishedContent>().notNull(),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [unique().on(table.planId, table.fy, table.edition)],
);

/** Findings of the plan health check that somebody set aside, with the reason; or took up again. */
export const healthDismissals = pgTable(
  "health_dismissals",
  {
    id: id(),
    planId: uuid()
      .notNull()
      .references(() => plans.id),
    findingKey: text().notNull(),
    dismissed: boolean().notNull(),
    reason: text().notNull(),
    authorId: uuid()
      .notNull()
      .references(() => users.id),
    authorOrganisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [index().on(table.planId, table.findingKey, table.createdAt)],
);
