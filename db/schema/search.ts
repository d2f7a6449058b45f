import { sql } from "drizzle-orm";
import { index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, oneOf } from "./columns.ts";
import { plans } from "./plan.ts";

/** Of a plan's definition, public; and of what its members write, seen by whom may see that. */
export const definitionKinds = ["goal", "policy", "project", "strategy", "indicator"] as const;
const searchedKinds = [...definitionKinds, "update", "practice", "attachment"] as const;
export type SearchedKind = (typeof searchedKinds)[number];

/**
 * What can be found: the nodes and indicators of the plans, written with the plan's definition; and
 * updates, practices and attachments, written with them.
 */
export const searchEntries = pgTable(
  "search_entries",
  {
    id: id(),
    planId: uuid()
      .notNull()
      .references(() => plans.id),
    kind: text({ enum: searchedKinds }).notNull(),
    /** The code of a node or an indicator, the id of anything else. */
    code: text().notNull(),
    /** The update, practice or attachment. */
    subjectId: uuid(),
    name: text().notNull(),
    /** Where it stands: the nodes above it. */
    place: text().notNull(),
    /** Name and code, and everything that is searched, as domain/search writes them. */
    searchedName: text().notNull(),
    searched: text().notNull(),
    /** The pairs of characters of `searched`. */
    pairs: text().array().notNull(),
    position: integer().notNull(),
  },
  (table) => [
    unique().on(table.planId, table.kind, table.code),
    index("search_entries_pairs").using("gin", sql`${table.pairs} array_ops`),
    index("search_entries_subject").on(table.subjectId),
    oneOf("search_entries_kind", table.kind, searchedKinds),
  ],
);
