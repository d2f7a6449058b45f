import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "#db/client.server.ts";
import { attachments, organisations } from "#db/schema/index.ts";
import { ServiceError } from "../service-error.ts";
import { isSettled } from "./list.server.ts";
import { placeOf } from "./place-of.server.ts";

/** An attachment of an id from the outside, with what it stands behind. Throws `not_found`. */
export async function findAttachment(tx: Transaction, id: string) {
  const known = z.uuid().safeParse(id);
  if (!known.success) throw new ServiceError("not_found");
  const [found] = await tx
    .select({
      id: attachments.id,
      name: attachments.name,
      organisationId: attachments.organisationId,
      withdrawnReason: attachments.withdrawnReason,
      settled: isSettled,
      place: placeOf(attachments.id),
    })
    .from(attachments)
    // Beside one table alone, drizzle leaves its name out, and the columns of `place` would be another's.
    .innerJoin(organisations, eq(organisations.id, attachments.organisationId))
    .where(eq(attachments.id, known.data));
  if (!found?.place) throw new ServiceError("not_found");
  return { ...found, place: found.place };
}
