import {
  bigint,
  boolean,
  index,
  integer,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { userKinds } from "#app/domain/identity/states.ts";
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
    /** Its members act for it only in sessions that were opened with a second factor. */
    requiresSecondFactor: boolean().notNull().default(false),
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

// People and their ways to sign in, in the shape that better-auth expects, and what we add to it.

export const users = pgTable(
  "users",
  {
    id: id(),
    name: text().notNull(),
    email: text().notNull().unique(),
    emailVerified: boolean().notNull().default(false),
    image: text(),
    /** A technical user stands for an API token; nobody signs in as it. */
    kind: text({ enum: userKinds }).notNull().default("person"),
    /** When name and address were taken out; what they did stays, by office. */
    erasedAt: moment(),
    /** The language that they chose to read the interface in. */
    locale: text({ enum: ["ja", "en"] }),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (table) => [
    oneOf("users_kind", table.kind, userKinds),
    oneOf("users_locale", table.locale, ["ja", "en"]),
  ],
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
    /** When it was last used, to within some minutes: a session that nobody uses ends. */
    lastSeenAt: moment().notNull().defaultNow(),
    /** When the person last proved who they are; dangerous acts ask for that anew. */
    confirmedAt: moment().notNull().defaultNow(),
    secondFactor: boolean().notNull().default(false),
    /** The organisation whose sign-in service vouched for the person: the session acts for it alone. */
    viaOrganisationId: uuid().references(() => organisations.id),
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
  (table) => [
    index().on(table.userId),
    uniqueIndex("accounts_of_provider").on(table.providerId, table.accountId),
    uniqueIndex("accounts_of_person").on(table.providerId, table.userId),
  ],
);

/** What somebody began at sign-in and has not finished; see services/session/step. */
export const verifications = pgTable(
  "verifications",
  {
    id: id(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: moment().notNull(),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (table) => [index().on(table.identifier)],
);

/** The authenticator of somebody, from when it was shown to them. */
export const twoFactors = pgTable("two_factors", {
  id: id(),
  /** Encrypted; see lib/sealed. */
  secret: text().notNull(),
  /** Keyed hashes of the codes that are left, as a JSON list. */
  backupCodes: text().notNull(),
  userId: uuid()
    .notNull()
    .unique()
    .references(() => users.id, { onDelete: "cascade" }),
  /** Whether they have proven that they have it; until then nothing is asked. */
  verified: boolean().notNull().default(false),
  /** The half minute of the last code that counted: each counts once. */
  lastStep: bigint({ mode: "number" }),
});

export const passkeys = pgTable(
  "passkeys",
  {
    id: id(),
    name: text(),
    publicKey: text().notNull(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    credentialID: text().notNull().unique(),
    counter: integer().notNull(),
    deviceType: text().notNull(),
    backedUp: boolean().notNull(),
    transports: text(),
    aaguid: text(),
    createdAt: moment().defaultNow(),
  },
  (table) => [index().on(table.userId)],
);

/** Counters of what is limited, in the shape that rate-limiter-flexible expects. */
export const rateLimits = pgTable("rate_limits", {
  key: text().primaryKey(),
  points: integer().notNull(),
  expire: moment(),
});
