import { sql } from "drizzle-orm";
import { index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, oneOf } from "./columns.ts";
import { plans } from "./plan.ts";

const searchedKinds = ["goal", "policy", "project", "strategy", "indicator"] as const;
export type SearchedKind = (typeof searchedKinds)[number];

/** What can be found: the nodes and indicators of the plans. Written with the plan's definition. */
export const searchEntries = pgTable(
  "search_entries",
  {
    id: id(),
    planId: uuid()
      .notNull()
      .references(() => plans.id),
    kind: text({ enum: searchedKinds }).notNull(),
    code: text().notNull(),
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
    oneOf("search_entries_kind", table.kind, searchedKinds),
  ],
);
