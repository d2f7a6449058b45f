import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { passkeys } from "#db/schema/index.ts";
import { keepRequiredFactor } from "../factor/required.server.ts";
import { tellOwner } from "../mail/tell-owner.server.ts";
import { ServiceError } from "../service-error.ts";
import { authorizeOwn, type OwnContext, recordOwn } from "../session/own-context.server.ts";

const fields = z.object({ passkey: z.uuid() });

/**
 * Takes away one of somebody's passkeys. Throws `not_found` when they have no such; `locked` when an
 * organisation requires a second factor and none stays; `forbidden`.
 */
export async function removePasskey(
  context: OwnContext,
  input: Record<string, unknown>,
): Promise<void> {
  authorizeOwn(context, "passkey.remove");
  const parsed = fields.safeParse(input);
  if (!parsed.success) throw new ServiceError("not_found");
  const { id } = context.actor;
  await context.database.transaction(async (tx) => {
    const removed = await tx
      .delete(passkeys)
      .where(and(eq(passkeys.id, parsed.data.passkey), eq(passkeys.userId, id)))
      .returning({ id: passkeys.id });
    if (removed.length === 0) throw new ServiceError("not_found");
    await keepRequiredFactor(tx, id);
    await recordOwn(tx, context, "passkey.remove");
    await tellOwner(tx, id, "passkey.remove");
  });
}
