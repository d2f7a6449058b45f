import { and, eq, gt, sql } from "drizzle-orm";
import { z } from "zod";
import { idOfSecret, linkSecretOf } from "#app/lib/secret-link.server.ts";
import { webConfig } from "#app/lib/web-config.server.ts";
import type { Database } from "#db/client.server.ts";
import { auditEvents, passwordResets, sessions } from "#db/schema/index.ts";
import { spend } from "../limit/spend.server.ts";
import { tellOwner } from "../mail/tell-owner.server.ts";
import { ServiceError } from "../service-error.ts";
import type { Visitor } from "../session/create.server.ts";
import { problemOfPassword, setPassword } from "./set.server.ts";

const typed = z.string().max(1024).catch("");
const fields = z.object({ password: typed, repeat: typed });

/** Whether the link of a mail still leads to a new password. Throws `not_found` for all others alike. */
export async function readPasswordReset(
  identity: Database,
  secret: string,
  { clientAddress }: Visitor,
): Promise<{ id: string; userId: string }> {
  if ((await spend(identity, ["secret-link", clientAddress])) > 0)
    throw new ServiceError("not_found");
  const id = idOfSecret(linkSecretOf(webConfig().authSecret), "password_reset", secret);
  if (id === null) throw new ServiceError("not_found");
  const [found] = await identity
    .select({ id: passwordResets.id, userId: passwordResets.userId })
    .from(passwordResets)
    .where(isOpen(id));
  if (!found) throw new ServiceError("not_found");
  return found;
}

/**
 * Gives somebody the password that they chose by the link of a mail, which ends all their sessions; an
 * authenticator is still asked for at the next sign-in. Throws `not_found`, `invalid`.
 */
export async function resetPassword(
  identity: Database,
  secret: string,
  input: Record<string, unknown>,
  visitor: Visitor,
): Promise<void> {
  const { id, userId } = await readPasswordReset(identity, secret, visitor);
  const { password, repeat } = fields.parse(input);
  const problem = await problemOfPassword(identity, userId, password);
  const errors = {
    ...(problem === null ? {} : { password: problem }),
    ...(repeat === password ? {} : { repeat: "password.repeat" }),
  };
  if (Object.keys(errors).length > 0) throw new ServiceError("invalid", { errors });
  await identity.transaction(async (tx) => {
    const used = await tx
      .update(passwordResets)
      .set({ state: "used" })
      .where(isOpen(id))
      .returning({ id: passwordResets.id });
    if (used.length === 0) throw new ServiceError("not_found");
    await setPassword(tx, userId, password);
    await tx.delete(sessions).where(eq(sessions.userId, userId));
    await tellOwner(tx, userId, "password.reset");
    const { requestId } = visitor;
    await tx
      .insert(auditEvents)
      .values({ action: "password.reset", actorId: userId, subject: userId, requestId });
  });
}

function isOpen(id: string) {
  return and(
    eq(passwordResets.id, id),
    eq(passwordResets.state, "open"),
    gt(passwordResets.expiresAt, sql`now()`),
  );
}
