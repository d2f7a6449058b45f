import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { linkStates, tokenScopes } from "#app/domain/identity/states.ts";
import { bytes, id, moment, oneOf } from "./columns.ts";
import { organisations, users } from "./identity.ts";
import { indicators } from "./indicator.ts";

/** Somebody who forgot their password; the secret of the link is made from the id and never stored. */
export const passwordResets = pgTable(
  "password_resets",
  {
    id: id(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    state: text({ enum: linkStates }).notNull().default("open"),
    expiresAt: moment().notNull(),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [index().on(table.userId), oneOf("password_resets_state", table.state, linkStates)],
);

/** The sign-in service (OpenID Connect) that vouches for an organisation's members. */
export const identityProviders = pgTable(
  "identity_providers",
  {
    id: id(),
    organisationId: uuid()
      .notNull()
      .unique()
      .references(() => organisations.id),
    issuer: text().notNull(),
    clientId: text().notNull(),
    /** Encrypted; see lib/sealed. */
    clientSecret: text().notNull(),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  () => [check("identity_providers_issuer", sql`length(issuer) between 8 and 500`)],
);

/**
 * A key by which a program acts for an organisation, as a technical user with a membership in it: what
 * that may see and write is decided like a person's, also by the database.
 */
export const apiTokens = pgTable(
  "api_tokens",
  {
    id: id(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    name: text().notNull(),
    scope: text({ enum: tokenScopes }).notNull(),
    /** SHA-256 of the key. */
    hash: bytes().notNull(),
    /** The end of the key, to tell it by. */
    ending: text().notNull(),
    state: text({ enum: ["open", "revoked"] })
      .notNull()
      .default("open"),
    expiresAt: moment().notNull(),
    lastUsedAt: moment(),
    authorId: uuid()
      .notNull()
      .references(() => users.id),
    createdAt: moment().notNull().defaultNow(),
    revokedAt: moment(),
  },
  (table) => [
    unique().on(table.hash),
    index().on(table.organisationId),
    oneOf("api_tokens_scope", table.scope, tokenScopes),
    oneOf("api_tokens_state", table.state, ["open", "revoked"]),
    check("api_tokens_revoked", sql`(state = 'revoked') = (revoked_at is not null)`),
  ],
);

/**
 * A member firm or office asked for one figure of one year (or a part of it), by a personal link. What
 * it answers is kept apart until the organisation takes it over. The secret is made from the id.
 */
export const reporterLinks = pgTable(
  "reporter_links",
  {
    id: id(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    indicatorId: uuid()
      .notNull()
      .references(() => indicators.id),
    fy: integer().notNull(),
    period: integer().notNull().default(0),
    /** Who is asked: the firm or office, and the address; both may be taken out later. */
    recipient: text().notNull(),
    email: text().notNull(),
    message: text().notNull().default(""),
    state: text({ enum: linkStates }).notNull().default("open"),
    expiresAt: moment().notNull(),
    authorId: uuid()
      .notNull()
      .references(() => users.id),
    createdAt: moment().notNull().defaultNow(),
    endedAt: moment(),
  },
  (table) => [
    index().on(table.organisationId),
    index().on(table.indicatorId),
    oneOf("reporter_links_state", table.state, linkStates),
    check("reporter_links_email", sql`length(email) <= 254`),
  ],
);

/** What was answered by a link; each sending is a version, the newest counts until it is taken over. */
export const reporterAnswers = pgTable(
  "reporter_answers",
  {
    id: id(),
    linkId: uuid()
      .notNull()
      .references(() => reporterLinks.id),
    version: integer().notNull(),
    answer: jsonb().$type<Record<string, string>>().notNull(),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [unique().on(table.linkId, table.version)],
);
