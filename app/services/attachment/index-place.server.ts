import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { attachments } from "#db/schema/index.ts";
import { indexForSearch } from "../search/index.server.ts";

/** Has the files of a good practice found under the name that it has now, and under no earlier one. */
export async function indexPlace(
  tx: Transaction,
  { practiceId, planId, place }: { practiceId: string; planId: string; place: string },
): Promise<void> {
  const files = await tx
    .select({ id: attachments.id, name: attachments.name })
    .from(attachments)
    .where(and(eq(attachments.practiceId, practiceId), isNull(attachments.withdrawnAt)));
  for (const { id, name } of files)
    await indexForSearch(tx, { kind: "attachment", planId, subjectId: id, name, place, texts: [] });
}
