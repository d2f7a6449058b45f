import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { bytes, id, moment } from "./columns.ts";
import { organisations, users } from "./identity.ts";
import { practices } from "./practice.ts";
import { milestoneVersions, projectUpdates } from "./progress.ts";
import { observations } from "./reporting.ts";
import { reportingRounds } from "./round.ts";

/**
 * Files that stand behind an update, a step of a milestone, a figure, a good practice or a round; seen by
 * whoever sees that. Never changed; one that was put up by mistake is withdrawn, and its name stays.
 */
export const attachments = pgTable(
  "attachments",
  {
    id: id(),
    /** Whose it is. */
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    updateId: uuid().references(() => projectUpdates.id),
    milestoneVersionId: uuid().references(() => milestoneVersions.id),
    observationId: uuid(),
    /** The version of the observation that it came with: seen by whoever sees that or a later one. */
    observationVersion: integer(),
    practiceId: uuid().references(() => practices.id),
    /** What a round sends along to those who are asked. */
    roundId: uuid().references(() => reportingRounds.id),
    name: text().notNull(),
    mediaType: text().notNull(),
    size: integer().notNull(),
    sha256: text().notNull(),
    position: integer().notNull(),
    isDemo: boolean().notNull().default(false),
    authorId: uuid()
      .notNull()
      .references(() => users.id),
    createdAt: moment().notNull().defaultNow(),
    withdrawnAt: moment(),
    withdrawnReason: text(),
  },
  (table) => [
    index().on(table.updateId),
    index().on(table.milestoneVersionId),
    index().on(table.observationId),
    index().on(table.practiceId),
    index().on(table.roundId),
    foreignKey({
      name: "attachments_observation",
      columns: [table.observationId],
      foreignColumns: [observations.id],
    }),
    check(
      "attachments_subject",
      sql`num_nonnulls(update_id, milestone_version_id, observation_id, practice_id, round_id) = 1`,
    ),
    check("attachments_version", sql`(observation_id is null) = (observation_version is null)`),
    check("attachments_withdrawn", sql`(withdrawn_at is null) = (withdrawn_reason is null)`),
  ],
);

/** The bytes of an attachment, apart, so that lists never read them. */
export const attachmentContents = pgTable("attachment_contents", {
  attachmentId: uuid()
    .primaryKey()
    .references(() => attachments.id),
  content: bytes().notNull(),
});
