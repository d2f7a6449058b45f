import { z } from "zod";
import { StartupError } from "./startup-error.server.ts";

export type PortalMode = "local" | "production";

/** What the supervisor needs to know. `authSecret` is null when it is to be generated. */
export type Config = {
  mode: PortalMode;
  port: number;
  dataDirectory: string;
  databaseUrl: string | null;
  appUrl: string;
  authSecret: string | null;
  demo: boolean;
  trustProxy: boolean;
  logLevel: string;
  /** How mail is sent; null where none is. */
  smtp: { url: string; from: string } | null;
  /** So long notices for one person are gathered into one mail. */
  mailDigestMinutes: number;
  /** Who is to keep the portal first; whoever opens the printed link without it. */
  adminEmail: string | null;
  /** Hosts of sign-in services that may have private addresses, in lower case. */
  oidcAllowedHosts: readonly string[];
};

/** One thing that is wrong with the environment, in words that say what to do. */
export type ConfigProblem = { variable: string; problem: string; example: string };

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

const EXAMPLES: Record<string, string> = {
  PORT: "PORT=3000",
  DATA_DIR: "DATA_DIR=/var/lib/portal",
  DATABASE_URL: "DATABASE_URL=postgres://portal:password@db.example.jp:5432/portal",
  APP_URL: "APP_URL=https://portal.example.jp",
  AUTH_SECRET: "AUTH_SECRET=$(openssl rand -hex 32)",
  DEMO: "DEMO=1",
  TRUST_PROXY: "TRUST_PROXY=1",
  LOG_LEVEL: "LOG_LEVEL=info",
  SMTP_URL: "SMTP_URL=smtp://user:password@smtp.example.jp:587",
  MAIL_FROM: "MAIL_FROM=portal@example.jp",
  MAIL_DIGEST_MINUTES: "MAIL_DIGEST_MINUTES=10",
  ADMIN_EMAIL: "ADMIN_EMAIL=portal-admin@example.jp",
  OIDC_ALLOWED_HOSTS: "OIDC_ALLOWED_HOSTS=login.pref.example.lg.jp",
};

const port = z
  .string()
  .regex(/^\d{1,5}$/, "1〜65535 の整数で指定してください。(an integer from 1 to 65535)")
  .transform(Number)
  .refine(
    (value) => value >= 1 && value <= 65535,
    "1〜65535 の整数で指定してください。(an integer from 1 to 65535)",
  );

const flag = z.enum(["0", "1"], { error: "0 か 1 を指定してください。(0 or 1)" });

const origin = z
  .string()
  .refine(
    isOrigin,
    "http:// か https:// で始まる、パスのないアドレスを指定してください。(an http or https origin without a path)",
  );

const databaseUrl = z
  .string()
  .refine(
    isDatabaseUrl,
    "postgres:// で始まり、データベース名までを含む接続先を指定してください。(a postgres:// URL with a database name)",
  );

const secret = z
  .string()
  .min(32, "32 文字以上の秘密の文字列を指定してください。(at least 32 characters)")
  .refine(
    (value) => new Set(value).size >= 10,
    "推測できる文字列は使えません。乱数から作ってください。(too easy to guess)",
  );

const smtpUrl = z
  .string()
  .refine(
    isSmtpUrl,
    "smtp:// か smtps:// で始まり、パスのない接続先を指定してください。(an smtp or smtps URL without a path)",
  );

const mailAddress = z
  .string()
  .max(254)
  .regex(
    /^[^\s@<>",;:()[\]\\]+@[a-z0-9.-]+$/i,
    "メールアドレスだけを指定してください。(a plain mail address)",
  );

const minutes = z
  .string()
  .regex(/^(\d|[1-5]\d|60)$/, "0〜60 の整数で指定してください。(an integer from 0 to 60)")
  .transform(Number);

const hosts = z
  .string()
  .toLowerCase()
  .regex(
    /^[a-z0-9.:-]+( *, *[a-z0-9.:-]+)*$/,
    "ホスト名をコンマで区切って指定してください。(host names, separated by commas)",
  )
  .transform((list) => list.split(",").map((host) => host.trim()));

const schema = z.object({
  PORT: port.default(3000),
  DATA_DIR: z.string().default(".data"),
  DATABASE_URL: databaseUrl.optional(),
  APP_URL: origin.optional(),
  AUTH_SECRET: secret.optional(),
  DEMO: flag.optional(),
  TRUST_PROXY: flag.default("0"),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, {
      error: `${LOG_LEVELS.join(" / ")} のどれかを指定してください。(log level)`,
    })
    .default("info"),
  SMTP_URL: smtpUrl.optional(),
  MAIL_FROM: mailAddress.optional(),
  MAIL_DIGEST_MINUTES: minutes.default(10),
  ADMIN_EMAIL: mailAddress.optional(),
  OIDC_ALLOWED_HOSTS: hosts.default([]),
});

/**
 * Reads the configuration from an environment. Empty variables count as unset, because that is what
 * `FOO= npm start` and container files mean. Every problem is reported, not only the first.
 */
export function readConfig(
  env: Record<string, string | undefined>,
): { config: Config; problems: [] } | { config: null; problems: ConfigProblem[] } {
  const mode: PortalMode = env.NODE_ENV === "production" ? "production" : "local";
  const given = Object.fromEntries(
    Object.keys(schema.shape)
      .map((name) => [name, env[name]?.trim()] as const)
      .filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = schema.safeParse(given);
  const problems: ConfigProblem[] = parsed.success
    ? []
    : parsed.error.issues.map((issue) => problemOf(String(issue.path[0]), issue.message));
  if (mode === "production" && given.AUTH_SECRET === undefined) {
    problems.push(
      problemOf("AUTH_SECRET", "本番環境では必ず指定してください。(required in production)"),
    );
  }
  if (mode === "production" && given.APP_URL === undefined) {
    problems.push(
      problemOf("APP_URL", "本番環境では必ず指定してください。(required in production)"),
    );
  }
  if (given.SMTP_URL !== undefined && given.MAIL_FROM === undefined) {
    problems.push(
      problemOf("MAIL_FROM", "SMTP_URL と一緒に指定してください。(required with SMTP_URL)"),
    );
  }
  if (!parsed.success || problems.length > 0) return { config: null, problems };

  const values = parsed.data;
  const config: Config = {
    mode,
    port: values.PORT,
    dataDirectory: values.DATA_DIR,
    databaseUrl: values.DATABASE_URL ?? null,
    appUrl: new URL(values.APP_URL ?? `http://localhost:${values.PORT}`).origin,
    authSecret: values.AUTH_SECRET ?? null,
    demo: (values.DEMO ?? (mode === "production" ? "0" : "1")) === "1",
    trustProxy: values.TRUST_PROXY === "1",
    logLevel: values.LOG_LEVEL,
    smtp:
      values.SMTP_URL === undefined ? null : { url: values.SMTP_URL, from: values.MAIL_FROM ?? "" },
    mailDigestMinutes: values.MAIL_DIGEST_MINUTES,
    adminEmail: values.ADMIN_EMAIL?.toLowerCase() ?? null,
    oidcAllowedHosts: values.OIDC_ALLOWED_HOSTS,
  };
  return { config, problems: [] };
}

/** The configuration, or a StartupError that lists everything that is wrong with it. */
export function getConfig(env: Record<string, string | undefined>): Config {
  const { config, problems } = readConfig(env);
  if (config !== null) return config;
  const list = problems
    .map(
      ({ variable, problem, example }) => `  ${variable}: ${problem}\n    例 (example): ${example}`,
    )
    .join("\n");
  throw new StartupError(
    `環境変数に誤りがあります。\n${list}`,
    "The configuration above is not valid.",
  );
}

function problemOf(variable: string, problem: string): ConfigProblem {
  return { variable, problem, example: EXAMPLES[variable] ?? `${variable}=…` };
}

function isOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  const web = url.protocol === "http:" || url.protocol === "https:";
  return web && url.pathname === "/" && url.search === "" && url.hash === "" && url.username === "";
}

function isSmtpUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, pathname, search, hash, username, password } = new URL(value);
  const bare = (pathname === "" || pathname === "/") && search === "" && hash === "";
  return /^smtps?:$/.test(protocol) && hostname !== "" && bare && isDecodable(username + password);
}

/** A percent sign that stands for itself is an error in a password of a URL. */
function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

function isDatabaseUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  return /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1;
}
