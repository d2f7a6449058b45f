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
import { type PackPart, packFileTypes, packStates } from "#app/domain/pack/pack.ts";
import { bytes, id, moment, oneOf } from "./columns.ts";
import { organisations, users } from "./identity.ts";
import { plans } from "./plan.ts";

/**
 * Council packs (会議資料): the papers of a meeting, made of one edition. The same edition and choice is
 * one pack, and what was made is never made anew.
 */
export const councilPacks = pgTable(
  "council_packs",
  {
    id: id(),
    planId: uuid()
      .notNull()
      .references(() => plans.id),
    fy: integer().notNull(),
    edition: integer().notNull(),
    meeting: text().notNull(),
    meetingOn: date().notNull(),
    pts: text().array().notNull(),
    parts: text().array().$type<PackPart[]>().notNull(),
    state: text({ enum: packStates }).notNull().default("making"),
    /** How far making it has come, in steps. */
    stepsDone: integer().notNull().default(0),
    stepsTotal: integer().notNull(),
    /** Why it could not be made: a key of the catalogue of words. */
    problem: text(),
    authorId: uuid()
      .notNull()
      .references(() => users.id),
    authorOrganisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    createdAt: moment().notNull().defaultNow(),
    /** The last sign of life of its making. */
    movedAt: moment().notNull().defaultNow(),
    madeAt: moment(),
  },
  (table) => [
    unique("council_packs_one").on(
      table.planId,
      table.fy,
      table.edition,
      table.meeting,
      table.meetingOn,
      table.pts,
      table.parts,
    ),
    index().on(table.planId, table.meetingOn),
    oneOf("council_packs_state", table.state, packStates),
    check("council_packs_failed", sql`(state = 'failed') = (problem is not null)`),
    check("council_packs_made", sql`(state = 'ready') = (made_at is not null)`),
    check(
      "council_packs_meeting",
      sql`length(meeting) between 1 and 100 and meeting !~ '[[:cntrl:]]'`,
    ),
    check("council_packs_parts", sql`cardinality(parts) > 0 and cardinality(pts) > 0`),
  ],
);

/** Its files, apart, so that lists never read them. */
export const councilPackFiles = pgTable(
  "council_pack_files",
  {
    packId: uuid()
      .notNull()
      .references(() => councilPacks.id),
    type: text({ enum: packFileTypes }).notNull(),
    size: integer().notNull(),
    sha256: text().notNull(),
    content: bytes().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.packId, table.type] }),
    oneOf("council_pack_files_type", table.type, packFileTypes),
  ],
);
