import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import type { Database } from "#db/client.server.ts";
import * as schema from "#db/schema/index.ts";

/** A working day; a session ends then, whatever was done meanwhile. */
const sessionSeconds = 12 * 60 * 60;

/**
 * Sign-in by better-auth. Its HTTP endpoints are not mounted: the portal's own actions call it on
 * the server, so that forms work without JavaScript and nothing is reachable that we do not offer.
 * Organisations and roles are ours (see docs/decisions), because row-level security reads them.
 */
export function createAuth(options: { identity: Database; appUrl: string; secret: string }) {
  return betterAuth({
    appName: "portal",
    baseURL: options.appUrl,
    secret: options.secret,
    database: drizzleAdapter(options.identity, { provider: "pg", usePlural: true, schema }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12 },
    session: { expiresIn: sessionSeconds, disableSessionRefresh: true },
    advanced: {
      cookiePrefix: "portal",
      database: { generateId: "uuid" },
      ipAddress: { disableIpTracking: true },
      useSecureCookies: options.appUrl.startsWith("https:"),
    },
    logger: { disabled: true },
    telemetry: { enabled: false },
  });
}

export type Auth = ReturnType<typeof createAuth>;
