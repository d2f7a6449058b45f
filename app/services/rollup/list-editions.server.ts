import { and, desc, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { publications } from "#db/schema/index.ts";

/** What was published of a plan's year, the newest first. */
export function listEditions(tx: Transaction, planId: string, fy: number) {
  return tx
    .select({
      edition: publications.edition,
      title: publications.title,
      note: publications.note,
      publishedAt: publications.createdAt,
    })
    .from(publications)
    .where(and(eq(publications.planId, planId), eq(publications.fy, fy)))
    .orderBy(desc(publications.edition));
}
