import { dateInJapan } from "#app/domain/fiscal-year/fiscal-year.ts";
import { isRetentionTime } from "#app/domain/privacy/retention.ts";
import { pruneOutlived } from "#app/services/person/prune.server.ts";

/** What failed is tried again after so long, and not with every mail. */
const pauseMs = 10 * 60_000;

/**
 * Once a day, from half past three in Japan: takes out what its time is over of. The answer is called every
 * few seconds; a process that began later catches up. Several may do so at once; whoever comes second
 * finds nothing.
 */
export function nightlyRetention(
  database: Parameters<typeof pruneOutlived>[0],
  note: (taken: Record<string, number>) => void,
): (now: Date, signal: AbortSignal) => Promise<void> {
  let doneOn = "";
  let notBefore = 0;
  return async (now, signal) => {
    const today = dateInJapan(now);
    if (!isRetentionTime(now) || doneOn === today || now.getTime() < notBefore) return;
    notBefore = now.getTime() + pauseMs;
    const taken = await pruneOutlived(database, signal);
    doneOn = today;
    if (Object.keys(taken).length > 0) note(taken);
  };
}
