import { runMailJob } from "#app/jobs/mail.ts";
import { log } from "#app/lib/log.server.ts";
import { readMailConfig } from "#app/lib/mail/config.server.ts";
import { openMailTransport } from "#app/lib/mail/transport.server.ts";
import { isUnavailable } from "#app/lib/unavailable.ts";
import { openDatabase } from "#db/client.server.ts";

type Deliver = ReturnType<typeof openMailTransport>;

/**
 * Runs the mail process: what is due is sent, until a signal or the end of the supervisor; a mail that
 * is under way is finished first. It has its own database role and the only way to the mail server, so
 * that a fault in a page reaches neither addresses nor the server's password.
 */
export function runMail(): void {
  process.on("uncaughtException", (error) => fail(error));
  process.on("unhandledRejection", (error) => fail(error));
  const config = readMailConfig(process.env);
  const { database, close } = openDatabase(config.databaseUrl, { max: 2, name: "portal mail" });
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  process.on("disconnect", stop);

  const job = {
    database,
    appUrl: config.appUrl,
    digestMinutes: config.digestMinutes,
    linkSecret: config.linkSecret,
    deliver: config.smtp && logged(openMailTransport(config.smtp)),
  };
  const report = (error: unknown) => {
    if (isUnavailable(error)) log.warn("mail waits for the database");
    else log.error({ err: error }, "mail failed");
  };
  const note = (taken: Record<string, number>) => log.info({ taken }, "retention");
  runMailJob(job, { signal: stopping.signal, report, note })
    .then(close)
    .finally(() => process.exit(0));
}

/** Says in the log, too, that a mail could not be sent and why. */
function logged(deliver: Deliver): Deliver {
  return async (letter) => {
    const delivery = await deliver(letter);
    if (delivery.result !== "sent") log.warn({ mail: letter.id, ...delivery }, "mail not sent");
    return delivery;
  };
}

/** The process is in an unknown state: it says why and leaves; the supervisor starts a new one. */
function fail(error: unknown): never {
  log.fatal({ err: error }, "mail process failed");
  process.exit(1);
}
