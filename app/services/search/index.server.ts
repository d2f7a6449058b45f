import { and, eq, inArray } from "drizzle-orm";
import { searchEntryOf, type WrittenEntry } from "#app/domain/search/entry.ts";
import type { Transaction } from "#db/client.server.ts";
import { searchEntries } from "#db/schema/index.ts";

/**
 * Makes findable what a member has just written, in the same transaction: a status update, a practice
 * or an attachment, in the place of what was said of it before. Who may find it follows from who may
 * see the subject: the database decides. `replaces` is an earlier subject whose entry this one
 * supersedes.
 */
export async function indexForSearch(
  tx: Transaction,
  { replaces, ...entry }: WrittenEntry & { replaces?: string },
): Promise<void> {
  const row = searchEntryOf(entry);
  const superseded = [row.code, ...(replaces === undefined ? [] : [replaces])];
  await tx
    .delete(searchEntries)
    .where(and(eq(searchEntries.kind, row.kind), inArray(searchEntries.code, superseded)));
  await tx.insert(searchEntries).values(row);
}
