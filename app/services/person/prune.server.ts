import { sql } from "drizzle-orm";
import { asActor, type Database } from "#db/client.server.ts";

/** So many rows of each kind go in one transaction, which ends long before its deadline. */
const batch = 500;

/**
 * Takes out what its time is over of, batch by batch, until nothing is left of it or it is told to stop.
 * Answers how much of what. What that is, and its periods, the database decides (`portal.prune`): by its
 * own clock, so that whoever calls cannot hasten it. `database` is the mail process's.
 */
export async function pruneOutlived(
  database: Database,
  signal?: AbortSignal,
): Promise<Record<string, number>> {
  const taken: Record<string, number> = {};
  for (let more = true; more && !signal?.aborted; ) {
    const [found] = await asActor(database, null, (tx) =>
      tx.execute<{ counts: Record<string, number> }>(sql`select portal.prune(${batch}) as counts`),
    );
    const counts = Object.entries(found?.counts ?? {}).filter(([, count]) => count > 0);
    for (const [kind, count] of counts) taken[kind] = (taken[kind] ?? 0) + count;
    more = counts.length > 0;
  }
  return taken;
}
