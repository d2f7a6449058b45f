import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { attachments } from "#db/schema/index.ts";
import { indexForSearch } from "../search/index.server.ts";

type NamedSubject = { practiceId: string } | { roundId: string };

/**
 * Has the files of a good practice or a round found under the name that it has now, and under no
 * earlier one.
 */
export async function indexPlace(
  tx: Transaction,
  { subject, planId, place }: { subject: NamedSubject; planId: string; place: string },
): Promise<void> {
  const files = await tx
    .select({ id: attachments.id, name: attachments.name })
    .from(attachments)
    .where(
      and(
        "practiceId" in subject
          ? eq(attachments.practiceId, subject.practiceId)
          : eq(attachments.roundId, subject.roundId),
        isNull(attachments.withdrawnAt),
      ),
    );
  for (const { id, name } of files)
    await indexForSearch(tx, { kind: "attachment", planId, subjectId: id, name, place, texts: [] });
}
