import { and, eq, ne, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { observations, observationVersions } from "#db/schema/index.ts";

/** How many answers of an organisation wait for a decision that somebody may make. One statement. */
export async function countProposed(
  tx: Transaction,
  { organisationId, actorId }: { organisationId: string; actorId: string },
): Promise<number> {
  const version = observationVersions;
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(observations)
    .innerJoin(
      version,
      and(eq(version.observationId, observations.id), eq(version.version, observations.version)),
    )
    .where(
      and(
        eq(observations.organisationId, organisationId),
        eq(observations.state, "proposed"),
        ne(version.authorId, actorId),
      ),
    );
  return row?.count ?? 0;
}
