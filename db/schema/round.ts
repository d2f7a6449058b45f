import { sql } from "drizzle-orm";
import {
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { roundStates, roundSteps } from "#app/domain/round/states.ts";
import { id, moment, oneOf } from "./columns.ts";
import { organisations, users } from "./identity.ts";
import { indicators } from "./indicator.ts";
import { plans } from "./plan.ts";

/** A 照会: what a plan's organisations are asked for of a year, and until when. */
export const reportingRounds = pgTable(
  "reporting_rounds",
  {
    id: id(),
    planId: uuid()
      .notNull()
      .references(() => plans.id),
    /** Of the plan, from 1. */
    number: integer().notNull(),
    fy: integer().notNull(),
    title: text().notNull(),
    instructions: text().notNull().default(""),
    dueOn: date({ mode: "string" }).notNull(),
    /** Of its record: the newest step, and the state after it. */
    version: integer().notNull(),
    state: text({ enum: roundStates }).notNull(),
    /** When it was opened first: what was submitted before is in time. */
    openedAt: moment(),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [
    unique().on(table.planId, table.number),
    index().on(table.planId, table.fy),
    oneOf("reporting_rounds_state", table.state, roundStates),
    check("reporting_rounds_opened", sql`(state = 'preparing') = (opened_at is null)`),
  ],
);

/** Append-only: every step of a round, with its due day as it was then. */
export const roundRecords = pgTable(
  "round_records",
  {
    id: id(),
    roundId: uuid()
      .notNull()
      .references(() => reportingRounds.id),
    version: integer().notNull(),
    step: text({ enum: roundSteps }).notNull(),
    state: text({ enum: roundStates }).notNull(),
    dueOn: date({ mode: "string" }).notNull(),
    /** Why it was opened again; what was still missing when it was closed. */
    reason: text().notNull().default(""),
    /** Null only for rounds loaded with a plan. */
    authorId: uuid().references(() => users.id),
    authorOrganisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    /** Given by the form; the same request sent twice is one step. */
    requestKey: uuid().unique(),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [
    unique().on(table.roundId, table.version),
    oneOf("round_records_step", table.step, roundSteps),
    oneOf("round_records_state", table.state, roundStates),
    check("round_records_reason", sql`step <> 'reopen' or reason <> ''`),
  ],
);

/** A figure that a round asks for: of a KPI, from an organisation, for a part of its year. */
export const roundQuestions = pgTable(
  "round_questions",
  {
    roundId: uuid()
      .notNull()
      .references(() => reportingRounds.id),
    indicatorId: uuid()
      .notNull()
      .references(() => indicators.id),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    /** 0 is the whole year; otherwise the half, the quarter or the month of it, from April as 1. */
    period: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.roundId, table.indicatorId, table.organisationId, table.period] }),
    index("round_questions_answer").on(table.indicatorId, table.organisationId, table.period),
    index().on(table.organisationId, table.roundId),
  ],
);

/** Append-only: an organisation was given longer; its newest one holds. */
export const roundExtensions = pgTable(
  "round_extensions",
  {
    id: id(),
    roundId: uuid()
      .notNull()
      .references(() => reportingRounds.id),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    /** The first for an organisation in a round is 1. */
    version: integer().notNull(),
    dueOn: date({ mode: "string" }).notNull(),
    reason: text().notNull(),
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
    unique().on(table.roundId, table.organisationId, table.version),
    check("round_extensions_reason", sql`reason <> ''`),
  ],
);
