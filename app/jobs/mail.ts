import { setTimeout as sleep } from "node:timers/promises";
import { dateInJapan } from "#app/domain/fiscal-year/fiscal-year.ts";
import { isReminderTime } from "#app/domain/mail/reminder.ts";
import { gatherMails } from "#app/services/mail/gather.server.ts";
import { remindOfRounds } from "#app/services/mail/remind.server.ts";
import { sendNextMail } from "#app/services/mail/send.server.ts";
import { withholdMails } from "#app/services/mail/withhold.server.ts";
import { nightlyRetention } from "./retention.ts";

const pauseMs = 5_000;

export type MailJob = {
  database: Parameters<typeof sendNextMail>[0];
  appUrl: string;
  digestMinutes: number;
  linkSecret: string;
  /** Null where the portal sends no mail. */
  deliver: Parameters<typeof sendNextMail>[1]["deliver"] | null;
};

/**
 * Every few seconds until it is told to stop: gathers and sends what is due, every morning reminds of the
 * rounds, and every night takes out what its time is over of, which it notes. Any number of processes may do so at once; one that is killed leaves everything to
 * the next. What fails is reported and tried again.
 */
export async function runMailJob(
  job: MailJob,
  {
    signal,
    report,
    note,
  }: {
    signal: AbortSignal;
    report: (error: unknown) => void;
    note: (taken: Record<string, number>) => void;
  },
): Promise<void> {
  let remindedOn = "";
  const retain = nightlyRetention(job.database, note);
  while (!signal.aborted) {
    try {
      const now = new Date();
      const today = dateInJapan(now);
      if (isReminderTime(now) && remindedOn !== today) {
        await remindOfRounds(job.database, now);
        remindedOn = today;
      }
      await clearOutbox(job, signal);
    } catch (error) {
      report(error);
    }
    await retain(new Date(), signal).catch(report);
    await sleep(pauseMs, undefined, { signal }).catch(() => {});
  }
}

/** Sends all that is due; a mail server that fails is left alone until the next time. */
async function clearOutbox(
  { database, appUrl, linkSecret, digestMinutes, deliver }: MailJob,
  signal: AbortSignal,
): Promise<void> {
  if (deliver === null) return withholdMails(database);
  await gatherMails(database, { now: new Date(), windowMinutes: digestMinutes });
  while (!signal.aborted) {
    const outcome = await sendNextMail(database, {
      now: new Date(),
      appUrl,
      linkSecret,
      deliver,
    });
    if (outcome === "nothing" || outcome === "failed") return;
  }
}
