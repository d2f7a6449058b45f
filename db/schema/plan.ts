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
import { nodeKinds, themes } from "#app/domain/indicator/definition.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";
import { id, oneOf } from "./columns.ts";
import { organisations } from "./identity.ts";

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
  /** What this plan calls its levels, e.g. {"goal": "PT", "policy": "基本施策", "project": "プロジェクト"}. */
  levelNames: jsonb().$type<Record<(typeof nodeKinds)[number], string>>().notNull(),
  /** Validated by domain/rubric when it is loaded. */
  rubric: jsonb().$type<Rubric>().notNull(),
  /** Changes with anything that the plan's definition consists of, so that processes may keep it. */
  definitionVersion: text().notNull(),
  position: integer().notNull(),
});

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
  purpose: text().notNull(),
  firstFy: integer().notNull(),
  lastFy: integer().notNull(),
  /** What the overview page of the plan prints as its KPI; it may differ from the project's own page. */
  overviewText: text(),
});

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

const nodeOrganisationRoles = ["lead", "partner", "economic_partner"] as const;

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
