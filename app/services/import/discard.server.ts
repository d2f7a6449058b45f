import { eq, sql } from "drizzle-orm";
import { importRows, imports } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import {
  authorizeAs,
  requireMembership,
  type ServiceContext,
  transaction,
} from "../context.server.ts";
import type { EntryCodes } from "../entry/owed-rows.server.ts";
import { ServiceError } from "../service-error.ts";
import { lockImport } from "./find.server.ts";

/**
 * Brings nothing of a file in. The file stays as evidence, what was read of it goes. Does nothing where
 * that was done already. Throws `forbidden`, `not_found`, and `locked` when it was applied.
 */
export async function discardImport(
  context: ServiceContext,
  codes: EntryCodes,
  id: string,
): Promise<void> {
  const { organisationId } = requireMembership(context, codes.organisation);
  const { context: signedIn } = authorizeAs(context, "import.discard", { organisationId });
  return transaction(signedIn, async (tx) => {
    const found = await lockImport(tx, organisationId, codes, id);
    if (found.state === "discarded") return;
    if (found.state !== "ready") throw new ServiceError("locked");
    await tx
      .update(imports)
      .set({ state: "discarded", movedAt: sql`now()` })
      .where(eq(imports.id, found.id));
    await tx.delete(importRows).where(eq(importRows.importId, found.id));
    await record(tx, signedIn, {
      action: "import.discard",
      organisationId,
      subject: `imports/${found.id}`,
      detail: { fileName: found.fileName },
    });
  });
}
