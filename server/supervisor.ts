import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Config, getConfig } from "#app/lib/config.server.ts";
import { linkSecretOf } from "#app/lib/secret-link.server.ts";
import { StartupError } from "#app/lib/startup-error.server.ts";
import { isUnavailable } from "#app/lib/unavailable.ts";
import { openDataDirectory, secretIn } from "#db/embedded/data-folder.server.ts";
import { EmbeddedDatabase } from "#db/embedded.server.ts";
import { prepareDatabase } from "#db/migrate.server.ts";
import { seed } from "#seeds/run.ts";
import { say, sayWhyNot, welcome } from "#server/announce.ts";
import { firstAdminLink } from "#server/first-admin.ts";
import { KeptProcess } from "#server/kept-process.ts";
import { checkPort } from "#server/port-check.ts";

const LONGEST_WAIT_FOR_DATABASE_MS = 60_000;

export type SupervisorOptions = {
  /** The file that is started as the web process. */
  webEntry: string;
  /** The file that is started as the mail process. */
  mailEntry: string;
  /** What NODE_ENV the processes get when the person has not set one. */
  nodeEnv?: "production" | "development";
};

/**
 * Runs the portal: configuration, database, migrations, plans, and then one web process and one mail
 * process that it keeps alive, until a signal stops everything in the opposite order.
 */
export async function runSupervisor(options: SupervisorOptions): Promise<void> {
  let database: EmbeddedDatabase | null = null;
  let web: KeptProcess | null = null;
  let mail: KeptProcess | null = null;
  let stopping = false;

  const stop = async (exitCode: number) => {
    if (stopping) return;
    stopping = true;
    await Promise.all([web?.stop(), mail?.stop()]);
    await database?.stop();
    process.exit(exitCode);
  };
  const signal = () => {
    if (stopping) return;
    say("\n終了しています… (stopping)");
    void stop(0);
  };
  process.on("SIGTERM", signal);
  process.on("SIGINT", signal);
  // The terminal was closed: stop as asked, not in the middle of a write.
  process.on("SIGHUP", signal);

  try {
    const config = getConfig(process.env);
    await checkPort(config.port);
    const authSecret = config.authSecret ?? generatedSecret(config);
    if (config.databaseUrl === null) {
      say("データベースを起動しています… (starting the database)");
      database = await EmbeddedDatabase.start(config.dataDirectory);
    }
    const ownerUrl = config.databaseUrl ?? database?.url ?? "";
    const urls = await whenReachable(() => prepareDatabase({ ownerUrl, authSecret }));
    const { signIns } = await seed({ ownerUrl, demo: config.demo, log: say });
    const firstAdmin = config.demo ? null : await firstAdminLink(ownerUrl, config, authSecret);
    if (stopping) return;

    let announced = false;
    const nodeEnv = options.nodeEnv ?? "production";
    web = new KeptProcess({
      entry: options.webEntry,
      env: webEnvironment(config, authSecret, urls, nodeEnv),
      onListening: () => {
        say(announced ? "再開しました。(running again)" : welcome(config, signIns, firstAdmin));
        announced = true;
      },
      onRefused: (japanese, english) => {
        sayWhyNot(new StartupError(japanese, english));
        void stop(1);
      },
      onDeath: (description, wait) =>
        say(
          `Web プロセスが停止したため再起動します（${description}、${wait}ms 後）。(web died; restarting)`,
        ),
    });
    mail = new KeptProcess({
      entry: options.mailEntry,
      env: mailEnvironment(config, authSecret, urls.mailUrl, nodeEnv),
      onDeath: (description, wait) =>
        say(
          `メールのプロセスが停止したため再起動します（${description}、${wait}ms 後）。(mail died; restarting)`,
        ),
    });
    if (database !== null) keepRunning(database, web, () => void stop(1));
  } catch (error) {
    if (stopping) return;
    if (error instanceof StartupError) sayWhyNot(error);
    else
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : error}\n`);
    await stop(1);
  }
}

/** Brings the database back whenever it dies; meanwhile the web process answers 503. */
function keepRunning(database: EmbeddedDatabase, web: KeptProcess, giveUp: () => void): void {
  database.on("exit", async () => {
    web.setDatabaseAvailable(false);
    say("データベースが停止したため再起動します。(database died; restarting)");
    try {
      await database.restart();
      web.setDatabaseAvailable(true);
      say("データベースが再開しました。(database running again)");
    } catch (error) {
      if (error instanceof StartupError) sayWhyNot(error);
      giveUp();
    }
  });
}

/** Waits for a database that is still starting, which is usual when machines start together. */
async function whenReachable<Result>(work: () => Promise<Result>): Promise<Result> {
  const deadline = Date.now() + LONGEST_WAIT_FOR_DATABASE_MS;
  let told = false;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isUnavailable(error)) throw asStartupError(error);
      if (Date.now() > deadline) {
        throw new StartupError(
          `データベースに接続できません（${codeOf(error)}）。DATABASE_URL と、データベースが動いているかを確かめてください。`,
          `The database cannot be reached (${codeOf(error)}). Check DATABASE_URL and whether it is running.`,
        );
      }
      if (!told) say("データベースに接続できるのを待っています… (waiting for the database)");
      told = true;
      await sleep(500);
    }
  }
}

function asStartupError(error: unknown): unknown {
  const code = codeOf(error);
  if (code !== "28P01" && code !== "28000" && code !== "3D000") return error;
  return new StartupError(
    code === "3D000"
      ? "DATABASE_URL のデータベースがありません。CREATE DATABASE で作成してください。"
      : "DATABASE_URL の利用者名かパスワードが受け付けられませんでした。",
    code === "3D000"
      ? "The database of DATABASE_URL does not exist. Create it first."
      : "The user or password of DATABASE_URL was refused.",
  );
}

function codeOf(error: unknown): string {
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  if (typeof code === "string") return code;
  return typeof cause === "object" && cause !== null ? codeOf(cause) : "";
}

function generatedSecret(config: Config): string {
  return secretIn(join(openDataDirectory(config.dataDirectory), "auth-secret"));
}

/** What was inherited without what opens doors: each process is given what it needs of that. */
function inheritedEnvironment(nodeEnv: string): NodeJS.ProcessEnv {
  const { DATABASE_URL, PGPASSWORD, AUTH_SECRET, SMTP_URL, MAIL_FROM, ...inherited } = process.env;
  return { ...inherited, NODE_ENV: process.env.NODE_ENV || nodeEnv };
}

/** The mail process's environment: its role's URL and the mail server, and no session's secret. */
function mailEnvironment(
  config: Config,
  authSecret: string,
  mailUrl: string,
  nodeEnv: string,
): NodeJS.ProcessEnv {
  return {
    ...inheritedEnvironment(nodeEnv),
    PORTAL_PROCESS: "mail",
    APP_URL: config.appUrl,
    MAIL_DATABASE_URL: mailUrl,
    LINK_SECRET: linkSecretOf(authSecret),
    MAIL_DIGEST_MINUTES: String(config.mailDigestMinutes),
    LOG_LEVEL: config.logLevel,
    ...(config.smtp ? { SMTP_URL: config.smtp.url, MAIL_FROM: config.smtp.from } : {}),
  };
}

/** The web process's environment: everything it needs, and no way to the owner's rights. */
function webEnvironment(
  config: Config,
  authSecret: string,
  urls: { appUrl: string; authUrl: string },
  nodeEnv: string,
): NodeJS.ProcessEnv {
  return {
    ...inheritedEnvironment(nodeEnv),
    PORTAL_PROCESS: "web",
    PORTAL_MODE: config.mode,
    PORTAL_DEMO: config.demo ? "1" : "0",
    PORTAL_MAIL: config.smtp === null ? "0" : "1",
    PORT: String(config.port),
    APP_URL: config.appUrl,
    AUTH_SECRET: authSecret,
    APP_DATABASE_URL: urls.appUrl,
    AUTH_DATABASE_URL: urls.authUrl,
    TRUST_PROXY: config.trustProxy ? "1" : "0",
    OIDC_ALLOWED_HOSTS: config.oidcAllowedHosts.join(","),
    LOG_LEVEL: config.logLevel,
  };
}
