import {
  type AnyPgColumn,
  boolean,
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
import {
  type NodeKind,
  nodeKinds,
  nodeOrganisationRoles,
  sheetLayouts,
  themes,
} from "#app/domain/indicator/definition.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";
import { id, moment, oneOf } from "./columns.ts";
import { organisations, users } from "./identity.ts";

export type LevelNames = Record<Exclude<NodeKind, "strategy">, string> & { strategy?: string };

export const plans = pgTable("plans", {
  id: id(),
  code: text().notNull().unique(),
  name: text().notNull(),
  nickname: text(),
  ownerId: uuid()
    .notNull()
    .references(() => organisations.id),
  firstFy: integer().notNull(),
  lastFy: integer().notNull(),
  adoptedOn: date(),
  /** Being drawn up: only members see it, until its first revision is adopted. */
  isDraft: boolean().notNull().default(false),
  /** The plan that this one continues. */
  continuesId: uuid().references((): AnyPgColumn => plans.id),
  /** What this plan calls its levels, e.g. {"goal": "PT", "policy": "基本施策", "project": "プロジェクト"}. */
  levelNames: jsonb().$type<LevelNames>().notNull(),
  /** The layout of its evaluation sheets. */
  sheet: text({ enum: sheetLayouts }).notNull().default("summary"),
  /** Changes with anything that the plan's definition consists of, so that processes may keep it. */
  definitionVersion: text().notNull(),
  position: integer().notNull(),
});

/**
 * The rubrics of a plan, append-only: the highest version is in force. Validated by domain/rubric
 * before it is written. Without an author where it came with the plan.
 */
export const rubrics = pgTable(
  "rubrics",
  {
    id: id(),
    planId: uuid()
      .notNull()
      .references(() => plans.id),
    version: integer().notNull(),
    content: jsonb().$type<Rubric>().notNull(),
    /** Why it was changed. */
    reason: text().notNull().default(""),
    authorId: uuid().references(() => users.id),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [unique().on(table.planId, table.version)],
);

export const planNodes = pgTable(
  "plan_nodes",
  {
    id: id(),
    planId: uuid()
      .notNull()
      .references(() => plans.id),
    parentId: uuid().references((): AnyPgColumn => planNodes.id),
    kind: text({ enum: nodeKinds }).notNull(),
    code: text().notNull(),
    /** The number as printed: （1）, ①. */
    number: text().notNull(),
    name: text().notNull(),
    /** The original of a 再掲; a repost has no KPI, lead or purpose of its own. */
    repostOfId: uuid().references((): AnyPgColumn => planNodes.id),
    /** Why it ended before the plan did; what has figures is closed, never deleted. */
    closedReason: text(),
    /** The node that goes on with what this one did. */
    mergedIntoId: uuid().references((): AnyPgColumn => planNodes.id),
    position: integer().notNull(),
  },
  (table) => [
    unique().on(table.planId, table.code),
    index().on(table.parentId),
    oneOf("plan_nodes_kind", table.kind, nodeKinds),
  ],
);

export const projects = pgTable("projects", {
  nodeId: uuid()
    .primaryKey()
    .references(() => planNodes.id),
  purpose: text(),
  firstFy: integer().notNull(),
  lastFy: integer().notNull(),
  /** What the overview page of the plan prints as its KPI; it may differ from the project's own page. */
  overviewText: text(),
  /** The bureau in charge, as printed. */
  bureau: text(),
  /** The state's grants it is paid from. */
  fundingTags: text().array().notNull().default([]),
});

/** What a strategy that cuts across the plan refers to. */
export const strategyNodes = pgTable(
  "strategy_nodes",
  {
    strategyId: uuid()
      .notNull()
      .references(() => planNodes.id),
    nodeId: uuid()
      .notNull()
      .references(() => planNodes.id),
  },
  (table) => [primaryKey({ columns: [table.strategyId, table.nodeId] }), index().on(table.nodeId)],
);

/** A 主な取組 of a node. */
export const activities = pgTable(
  "activities",
  {
    id: id(),
    nodeId: uuid()
      .notNull()
      .references(() => planNodes.id),
    name: text().notNull(),
    position: integer().notNull(),
  },
  (table) => [unique().on(table.nodeId, table.position)],
);

/** A bar of an activity's schedule: a text in the column of a year, to where its arrow ends. */
export const activityBars = pgTable(
  "activity_bars",
  {
    activityId: uuid()
      .notNull()
      .references(() => activities.id),
    position: integer().notNull(),
    fromFy: integer().notNull(),
    /** Null where the document prints no end. */
    toFy: integer(),
    text: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.activityId, table.position] })],
);

export const nodeThemes = pgTable(
  "node_themes",
  {
    nodeId: uuid()
      .notNull()
      .references(() => planNodes.id),
    theme: text({ enum: themes }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.nodeId, table.theme] }),
    oneOf("node_themes_theme", table.theme, themes),
  ],
);

export const nodeOrganisations = pgTable(
  "node_organisations",
  {
    nodeId: uuid()
      .notNull()
      .references(() => planNodes.id),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    role: text({ enum: nodeOrganisationRoles }).notNull(),
    position: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.nodeId, table.organisationId] }),
    index().on(table.organisationId),
    oneOf("node_organisations_role", table.role, nodeOrganisationRoles),
  ],
);

/** The leaders of a PT by office (九経連会長, 福岡県知事), never by name. */
export const nodeLeaders = pgTable(
  "node_leaders",
  {
    nodeId: uuid()
      .notNull()
      .references(() => planNodes.id),
    position: integer().notNull(),
    office: text().notNull(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    /** The plan does not print who leads it; the office follows from the context. */
    inferred: boolean().notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.nodeId, table.position] })],
);
