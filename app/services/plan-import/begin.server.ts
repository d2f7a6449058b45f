import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { cleanFileName } from "#app/domain/attachment/name.ts";
import { importFiles, imports } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import {
  authorizeAs,
  requireMembership,
  type ServiceContext,
  transaction,
} from "../context.server.ts";
import { ServiceError } from "../service-error.ts";

/** As large as the database keeps a file of an import. */
export const largestPlanFile = 25 * 1024 * 1024;

/**
 * Keeps a plan's workbook as it was sent, to be read in the background; nothing of it is written yet.
 * Answers its id; the same form sent twice is one file. Throws `forbidden`, and `invalid` for the
 * field `files`.
 */
export async function beginPlanImport(
  context: ServiceContext,
  organisation: string,
  file: { name: string; bytes: Uint8Array | null } | undefined,
  requestKey: string,
): Promise<{ id: string; isNew: boolean }> {
  const { organisationId } = requireMembership(context, organisation);
  const { context: signedIn } = authorizeAs(context, "plan.import", { organisationId });
  const refuse = (files: string) => new ServiceError("invalid", { errors: { files } });
  const key = z.uuid().safeParse(requestKey);
  if (!key.success) throw refuse("form.stale");
  if (!file) throw refuse("plan_import.no_file");
  const { name, bytes } = file;
  if (bytes === null || bytes.length > largestPlanFile) throw refuse("plan_import.too_large");
  if (bytes.length === 0) throw refuse("plan_import.no_content");
  const fileName = cleanFileName(name);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return transaction(signedIn, async (tx) => {
    const values = { kind: "plan", organisationId, sha256 } as const;
    const [begun] = await tx
      .insert(imports)
      .values({
        ...values,
        state: "reading",
        fileName,
        size: bytes.length,
        authorId: signedIn.actor.id,
        requestKey: key.data,
      })
      .onConflictDoNothing()
      .returning({ id: imports.id });
    if (!begun) {
      const same = Object.entries({ ...values, requestKey: key.data });
      const [first] = await tx
        .select({ id: imports.id })
        .from(imports)
        .where(and(...same.map(([column, value]) => eq(imports[column as "sha256"], value))));
      if (!first) throw refuse("form.stale");
      return { id: first.id, isNew: false };
    }
    await tx.insert(importFiles).values({ importId: begun.id, content: bytes });
    await record(tx, signedIn, {
      action: "plan.import",
      organisationId,
      subject: `imports/${begun.id}`,
      detail: { step: "begin", fileName, sha256, size: bytes.length },
    });
    return { id: begun.id, isNew: true };
  });
}
