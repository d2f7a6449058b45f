import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { sessionSeconds } from "#app/domain/identity/session.ts";
import type { Database, Transaction } from "#db/client.server.ts";
import * as schema from "#db/schema/index.ts";
import { webConfig } from "./web-config.server.ts";

/**
 * better-auth over the connection of sign-in, or over a transaction on it, so that what it writes is
 * written with the audit event or not at all. It makes sessions and their tokens, and hashes and
 * verifies passwords. Its HTTP endpoints are not mounted: the portal's own actions call it on the
 * server, so that forms work without JavaScript and nothing is reachable that we do not offer.
 */
export async function authOver(identity: Database | Transaction) {
  const { appUrl, authSecret } = webConfig();
  const auth = betterAuth({
    appName: "portal",
    baseURL: appUrl,
    secret: authSecret,
    database: drizzleAdapter(identity, { provider: "pg", usePlural: true, schema }),
    emailAndPassword: { enabled: true, disableSignUp: true },
    session: {
      expiresIn: sessionSeconds.absolute,
      disableSessionRefresh: true,
      additionalFields: {
        secondFactor: { type: "boolean", input: false },
        viaOrganisationId: { type: "string", required: false, input: false },
        confirmedAt: { type: "date", required: false, input: false },
      },
    },
    advanced: { database: { generateId: "uuid" }, ipAddress: { disableIpTracking: true } },
    logger: { disabled: true },
    telemetry: { enabled: false },
  });
  const { internalAdapter, password } = await auth.$context;
  return { sessions: internalAdapter, password };
}
