import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { unjudgedReasons } from "#app/domain/evaluation/evaluate.ts";
import { expectationSources } from "#app/domain/evaluation/expectation.ts";
import { observationStates, qualities } from "#app/domain/observation/states.ts";
import { figure, id, moment, oneOf } from "./columns.ts";
import { organisations, users } from "./identity.ts";
import { imports } from "./import.ts";
import { indicators } from "./indicator.ts";
import { plans } from "./plan.ts";

/** The head of an observation: which version is the newest, and its state. The figures are in the versions. */
export const observations = pgTable(
  "observations",
  {
    id: id(),
    indicatorId: uuid()
      .notNull()
      .references(() => indicators.id),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    fy: integer().notNull(),
    /** 0 is the whole year; otherwise the half, the quarter or the month of it, from April as 1. */
    period: integer().notNull().default(0),
    version: integer().notNull(),
    state: text({ enum: observationStates }).notNull(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (table) => [
    unique("observations_one_answer").on(
      table.indicatorId,
      table.fy,
      table.period,
      table.organisationId,
    ),
    // The versions refer to all five, so that their copies can never disagree with the head.
    unique("observations_identity").on(
      table.id,
      table.indicatorId,
      table.organisationId,
      table.fy,
      table.period,
    ),
    index().on(table.organisationId, table.fy),
    index("observations_submitted").on(table.indicatorId).where(sql`state = 'submitted'`),
    oneOf("observations_state", table.state, observationStates),
  ],
);

/** Append-only: every step of an observation, with the figure as it was then. */
export const observationVersions = pgTable(
  "observation_versions",
  {
    id: id(),
    observationId: uuid().notNull(),
    indicatorId: uuid().notNull(),
    organisationId: uuid().notNull(),
    fy: integer().notNull(),
    period: integer().notNull().default(0),
    version: integer().notNull(),
    state: text({ enum: observationStates }).notNull(),
    quality: text({ enum: qualities }).notNull(),
    value: figure(),
    numerator: figure(),
    denominator: figure(),
    words: text(),
    /** For milestones in words: whether the year's milestone was reached. */
    reached: boolean(),
    note: text().notNull().default(""),
    /** Why it was returned; why somebody decided in an approver's place. */
    reason: text(),
    /** 代決: decided by somebody who stands in for those who decide. */
    onBehalf: boolean().notNull().default(false),
    /** The file that it came with. */
    importId: uuid().references(() => imports.id),
    isDemo: boolean().notNull().default(false),
    /** Null only for figures loaded with a plan. */
    authorId: uuid().references(() => users.id),
    authorOrganisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    /** Given by the form; the same request sent twice is one step. */
    requestKey: uuid().unique(),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [
    unique().on(table.observationId, table.version),
    foreignKey({
      name: "observation_versions_head",
      columns: [
        table.observationId,
        table.indicatorId,
        table.organisationId,
        table.fy,
        table.period,
      ],
      foreignColumns: [
        observations.id,
        observations.indicatorId,
        observations.organisationId,
        observations.fy,
        observations.period,
      ],
    }),
    index("observation_versions_accepted")
      .on(table.indicatorId, table.fy, table.organisationId, table.period, table.version)
      .where(sql`state = 'accepted'`),
    oneOf("observation_versions_state", table.state, observationStates),
    oneOf("observation_versions_quality", table.quality, qualities),
  ],
);

/** What an indicator comes to in a year: computed, kept current in the transaction that accepts a figure. */
export const evaluations = pgTable(
  "evaluations",
  {
    indicatorId: uuid()
      .notNull()
      .references(() => indicators.id),
    fy: integer().notNull(),
    actual: figure(),
    actualText: text(),
    expected: figure(),
    expectedText: text(),
    /** Where the expectation comes from. */
    expectedFrom: text({ enum: expectationSources }),
    /** 1 is 100 ％; rounded to ten places for reading, the mark is decided on the exact number. */
    rate: figure(),
    computedMark: text(),
    mark: text(),
    /** Why there is no mark, beside or instead of it. */
    unjudged: text({ enum: unjudgedReasons }),
    reported: integer().notNull(),
    expectedReporters: integer().notNull(),
    /** Slugs of organisations, in the order of the organisations. */
    missing: text().array().notNull(),
    provisional: text().array().notNull(),
    underSurvey: text().array().notNull(),
    noData: text().array().notNull(),
    notApplicable: text().array().notNull(),
    isDemo: boolean().notNull(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.indicatorId, table.fy] })],
);

/** Counts the recomputations of a plan's evaluations, so that a process knows what it may keep. */
export const planFigures = pgTable("plan_figures", {
  planId: uuid()
    .primaryKey()
    .references(() => plans.id),
  version: integer().notNull(),
});
