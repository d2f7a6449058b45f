import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { importKinds, importStates } from "#app/domain/import/states.ts";
import { qualities } from "#app/domain/observation/states.ts";
import { bytes, figure, id, moment, oneOf } from "./columns.ts";
import { organisations, users } from "./identity.ts";
import { plans } from "./plan.ts";
import { reportingRounds } from "./round.ts";

/** A file by which an organisation brings something in: what became of it, and how far it has come. */
export const imports = pgTable(
  "imports",
  {
    id: id(),
    kind: text({ enum: importKinds }).notNull(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    /** Of a plan that is brought in: once it is written. */
    planId: uuid().references(() => plans.id),
    /** Of answers: what they answer. */
    roundId: uuid().references(() => reportingRounds.id),
    state: text({ enum: importStates }).notNull(),
    /** Why it was refused: a key of the catalogue of words. */
    problem: text(),
    fileName: text().notNull(),
    size: integer().notNull(),
    sha256: text().notNull(),
    /** How far reading or writing has come, in rows. */
    rowsDone: integer().notNull().default(0),
    rowsTotal: integer(),
    /** How many of what were written, and what of it was left out. */
    result: jsonb().$type<Record<string, unknown>>(),
    authorId: uuid()
      .notNull()
      .references(() => users.id),
    requestKey: uuid().unique(),
    createdAt: moment().notNull().defaultNow(),
    /** Of work in the background: the last sign of life. */
    movedAt: moment().notNull().defaultNow(),
    appliedAt: moment(),
  },
  (table) => [
    index().on(table.organisationId, table.createdAt),
    oneOf("imports_kind", table.kind, importKinds),
    oneOf("imports_state", table.state, importStates),
    check("imports_round", sql`(kind = 'answers') = (round_id is not null)`),
    check("imports_refused", sql`(state = 'refused') = (problem is not null)`),
    check("imports_applied", sql`(state = 'applied') = (applied_at is not null)`),
  ],
);

/** The file itself, kept as evidence, apart, so that lists never read it. */
export const importFiles = pgTable("import_files", {
  importId: uuid()
    .primaryKey()
    .references(() => imports.id),
  content: bytes().notNull(),
});

/** What was read of the file, until it is applied or discarded. */
export const importRows = pgTable(
  "import_rows",
  {
    importId: uuid()
      .notNull()
      .references(() => imports.id),
    sheet: text().notNull(),
    row: integer().notNull(),
    cells: text().array().notNull(),
  },
  (table) => [primaryKey({ columns: [table.importId, table.sheet, table.row] })],
);

/** Past figures of a plan that is brought in, as they were understood, until it is applied. */
export const importFigures = pgTable(
  "import_figures",
  {
    importId: uuid()
      .notNull()
      .references(() => imports.id),
    row: integer().notNull(),
    indicator: text().notNull(),
    organisation: text().notNull(),
    fy: integer().notNull(),
    period: integer().notNull(),
    quality: text({ enum: qualities }).notNull(),
    value: figure(),
    numerator: figure(),
    denominator: figure(),
    words: text(),
    reached: boolean(),
    note: text().notNull().default(""),
  },
  (table) => [
    primaryKey({ columns: [table.importId, table.row] }),
    oneOf("import_figures_quality", table.quality, qualities),
  ],
);
