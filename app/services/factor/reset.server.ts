import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { passkeys, sessions, twoFactors, users } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import { authorize, type ServiceContext } from "../context.server.ts";
import { tellOwner } from "../mail/tell-owner.server.ts";
import { ServiceError } from "../service-error.ts";

const fields = z.object({ person: z.uuid() });

/**
 * Takes the authenticator, its recovery codes and the passkeys of somebody out of use who lost them, ends
 * their sessions and tells them; the password stays theirs alone. For who keeps the portal: administrators
 * of one organisation would open the others of the same person. `context` is on the connection of sign-in.
 * Throws `forbidden`, also for oneself; `not_found`; `locked` where there is nothing to take.
 */
export async function resetFactor(
  context: ServiceContext,
  input: Record<string, unknown>,
): Promise<void> {
  authorize(context, "factor.reset");
  const parsed = fields.safeParse(input);
  if (!parsed.success) throw new ServiceError("not_found");
  const { person } = parsed.data;
  if (person === context.actor.id)
    throw new ServiceError("forbidden", { permission: "factor.reset" });
  await context.database.transaction(async (tx) => {
    const [found] = await tx
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.id, person), eq(users.kind, "person"), isNull(users.erasedAt)));
    if (!found) throw new ServiceError("not_found");
    const factors = await tx
      .delete(twoFactors)
      .where(eq(twoFactors.userId, person))
      .returning({ id: twoFactors.id });
    const keys = await tx
      .delete(passkeys)
      .where(eq(passkeys.userId, person))
      .returning({ id: passkeys.id });
    if (factors.length + keys.length === 0) throw new ServiceError("locked");
    await tx.delete(sessions).where(eq(sessions.userId, person));
    await tellOwner(tx, person, "factor.reset");
    await record(tx, context, {
      action: "factor.reset",
      organisationId: null,
      subject: person,
      detail: { authenticator: factors.length > 0, passkeys: keys.length },
    });
  });
}
