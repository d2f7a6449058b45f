import { z } from "zod";

const schema = z.object({
  PORT: z.coerce.number(),
  APP_URL: z.string(),
  AUTH_SECRET: z.string().min(32),
  APP_DATABASE_URL: z.string(),
  AUTH_DATABASE_URL: z.string(),
  PORTAL_MODE: z.enum(["local", "production"]),
  PORTAL_DEMO: z.enum(["0", "1"]),
  PORTAL_MAIL: z.enum(["0", "1"]),
  TRUST_PROXY: z.enum(["0", "1"]),
  OIDC_ALLOWED_HOSTS: z.string(),
  LOG_LEVEL: z.string(),
});

/** What the web process knows: no owner's database URL, no data folder. */
export type WebConfig = {
  port: number;
  appUrl: string;
  authSecret: string;
  appDatabaseUrl: string;
  authDatabaseUrl: string;
  mode: "local" | "production";
  demo: boolean;
  /** Whether mail is sent at all; how, only the mail process knows. */
  sendsMail: boolean;
  trustProxy: boolean;
  /** Hosts of sign-in services that may have private addresses. */
  oidcAllowedHosts: readonly string[];
  logLevel: string;
};

let current: WebConfig | undefined;

/**
 * The web process's configuration. The supervisor has validated the person's settings and hands
 * over exactly these variables, so anything missing here is a defect of ours and throws.
 */
export function webConfig(): WebConfig {
  if (current === undefined) current = readWebConfig(process.env);
  return current;
}

/** Reads the web process's configuration from an environment; throws when it is incomplete. */
export function readWebConfig(env: Record<string, string | undefined>): WebConfig {
  const values = schema.parse(env);
  return {
    port: values.PORT,
    appUrl: values.APP_URL,
    authSecret: values.AUTH_SECRET,
    appDatabaseUrl: values.APP_DATABASE_URL,
    authDatabaseUrl: values.AUTH_DATABASE_URL,
    mode: values.PORTAL_MODE,
    demo: values.PORTAL_DEMO === "1",
    sendsMail: values.PORTAL_MAIL === "1",
    trustProxy: values.TRUST_PROXY === "1",
    oidcAllowedHosts: values.OIDC_ALLOWED_HOSTS.split(",").filter((host) => host !== ""),
    logLevel: values.LOG_LEVEL,
  };
}
