import { boolean, index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { organisationKinds } from "#app/domain/indicator/definition.ts";
import { roles } from "#app/policy/roles.ts";
import { id, moment, oneOf } from "./columns.ts";

export const organisations = pgTable(
  "organisations",
  {
    id: id(),
    slug: text().notNull().unique(),
    kind: text({ enum: organisationKinds }).notNull(),
    /** JIS code of a prefecture or municipality; none for other bodies. */
    code: text(),
    shortName: text().notNull(),
    name: text().notNull(),
    position: integer().notNull(),
    /** Figures leave the organisation only after somebody else in it has decided (決裁). */
    requiresApproval: boolean().notNull().default(false),
  },
  (table) => [oneOf("organisations_kind", table.kind, organisationKinds)],
);

export const members = pgTable(
  "members",
  {
    id: id(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    role: text({ enum: roles }).notNull(),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [
    unique().on(table.userId, table.organisationId),
    index().on(table.organisationId),
    oneOf("members_role", table.role, roles),
  ],
);

// The four tables below have the shape that better-auth expects.

export const users = pgTable(
  "users",
  {
    id: id(),
    name: text().notNull(),
    email: text().notNull().unique(),
    emailVerified: boolean().notNull().default(false),
    image: text(),
    /** The language that they chose to read the interface in. */
    locale: text({ enum: ["ja", "en"] }),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (table) => [oneOf("users_locale", table.locale, ["ja", "en"])],
);

export const sessions = pgTable(
  "sessions",
  {
    id: id(),
    expiresAt: moment().notNull(),
    token: text().notNull().unique(),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
    ipAddress: text(),
    userAgent: text(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
  },
  (table) => [index().on(table.userId)],
);

export const accounts = pgTable(
  "accounts",
  {
    id: id(),
    accountId: text().notNull(),
    providerId: text().notNull(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: moment(),
    refreshTokenExpiresAt: moment(),
    scope: text(),
    password: text(),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (table) => [index().on(table.userId)],
);

export const verifications = pgTable("verifications", {
  id: id(),
  identifier: text().notNull(),
  value: text().notNull(),
  expiresAt: moment().notNull(),
  createdAt: moment().notNull().defaultNow(),
  updatedAt: moment().notNull().defaultNow(),
});

/** Counters of failed sign-ins, in the shape that rate-limiter-flexible expects. */
export const rateLimits = pgTable("rate_limits", {
  key: text().primaryKey(),
  points: integer().notNull(),
  expire: moment(),
});
