import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { importFiles, imports } from "#db/schema/index.ts";
import {
  authorize,
  requireMembership,
  type ServiceContext,
  transaction,
} from "../context.server.ts";
import { ServiceError } from "../service-error.ts";

/**
 * A file as it was brought in, kept as evidence. Throws `forbidden` for people of other organisations,
 * `not_found`.
 */
export async function readImportFile(context: ServiceContext, organisation: string, id: string) {
  const { organisationId } = requireMembership(context, organisation);
  authorize(context, "import.read", { organisationId });
  const known = z.uuid().safeParse(id);
  if (!known.success) throw new ServiceError("not_found");
  const [found] = await transaction(context, (tx) =>
    tx
      .select({ name: imports.fileName, content: importFiles.content })
      .from(imports)
      .innerJoin(importFiles, eq(importFiles.importId, imports.id))
      .where(and(eq(imports.id, known.data), eq(imports.organisationId, organisationId))),
  );
  if (!found) throw new ServiceError("not_found");
  return found;
}
