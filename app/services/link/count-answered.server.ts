import { and, eq, exists, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { reporterAnswers, reporterLinks } from "#db/schema/index.ts";

/** How many links of an organisation were answered and wait to be taken over. */
export async function countAnswered(tx: Transaction, organisationId: string): Promise<number> {
  const [found] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(reporterLinks)
    .where(
      and(
        eq(reporterLinks.organisationId, organisationId),
        eq(reporterLinks.state, "open"),
        exists(
          tx
            .select({ id: reporterAnswers.id })
            .from(reporterAnswers)
            .where(eq(reporterAnswers.linkId, reporterLinks.id)),
        ),
      ),
    );
  return found?.count ?? 0;
}
