import { bigint, index, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytes, moment } from "./columns.ts";

/** Who did what, when: append-only by grants. Names and addresses of people stay out of it. */
export const auditEvents = pgTable(
  "audit_events",
  {
    id: bigint({ mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    at: moment().notNull().defaultNow(),
    actorId: uuid(),
    organisationId: uuid(),
    action: text().notNull(),
    subject: text().notNull(),
    detail: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    requestId: text(),
  },
  (table) => [index().on(table.organisationId, table.at)],
);

/**
 * The chain over the audit events, in the order in which they were committed: each hash is of the one
 * before it and of an event, so that what is altered or taken out shows. Written by the database alone;
 * server/audit-verify reads it.
 */
export const auditSeals = pgTable(
  "audit_seals",
  {
    position: bigint({ mode: "bigint" }).primaryKey(),
    eventId: bigint({ mode: "bigint" }).notNull(),
    hash: bytes().notNull(),
  },
  (table) => [unique().on(table.eventId)],
);
