import { setTimeout as sleep } from "node:timers/promises";
import { and, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { passwordResetMail } from "#app/i18n/security-mail.ts";
import type { Database } from "#db/client.server.ts";
import {
  accounts,
  auditEvents,
  mails,
  members,
  passwordResets,
  platformAdmins,
  users,
} from "#db/schema/index.ts";
import { spend } from "../limit/spend.server.ts";
import type { Visitor } from "../session/create.server.ts";

const emailField = z
  .string()
  .max(320)
  .transform((email) => email.trim().toLowerCase());

/** So long an answer takes at least; a mail more or less is written in a part of it. */
const leastMs = 300;
/** Whom nobody is: for an unknown address the same statements are sent. */
const nobody = "00000000-0000-0000-0000-000000000000";

/**
 * Mails somebody who forgot their password the way to a new one, for an hour and once; it takes the
 * place of those asked for before. Whether there is such a person shows neither in the answer nor in the
 * time it takes. Who signs in by a service of their organisation alone has no password to forget. Answers for how
 * many seconds to wait when it is asked too often, and 0 otherwise.
 */
export async function askPassword(
  identity: Database,
  input: Record<string, unknown>,
  { clientAddress, requestId }: Visitor,
): Promise<number> {
  const parsed = emailField.safeParse(input.email);
  const email = parsed.success ? parsed.data.replaceAll("\0", "") : "";
  const client = ["password-ask-client", clientAddress] as const;
  const waitSeconds = await spend(identity, client);
  if (waitSeconds > 0) return waitSeconds;
  // Asked too often of one address: nothing is sent any more, and the answer stays the same.
  const quiet = (await spend(identity, ["password-ask", email])) > 0;
  const floor = sleep(leastMs);
  await identity.transaction(async (tx) => {
    const [found] = await tx
      .select({ id: users.id })
      .from(users)
      .innerJoin(
        accounts,
        and(eq(accounts.userId, users.id), eq(accounts.providerId, "credential")),
      )
      .where(
        and(
          eq(users.email, email),
          eq(users.kind, "person"),
          isNull(users.erasedAt),
          sql`(exists (select from ${members} where ${members.userId} = ${users.id})
            or exists (select from ${platformAdmins} where ${platformAdmins.userId} = ${users.id}))`,
        ),
      );
    const userId = quiet ? nobody : (found?.id ?? nobody);
    await tx
      .update(passwordResets)
      .set({ state: "revoked" })
      .where(and(eq(passwordResets.userId, userId), eq(passwordResets.state, "open")));
    const [reset] = await tx
      .insert(passwordResets)
      .select(
        tx
          .select({
            id: sql<string>`gen_random_uuid()`.as("id"),
            userId: users.id,
            state: sql<"open">`'open'`.as("state"),
            expiresAt: sql<Date>`now() + interval '1 hour'`.as("expires_at"),
            createdAt: sql<Date>`now()`.as("created_at"),
          })
          .from(users)
          .where(eq(users.id, userId)),
      )
      .returning({ id: passwordResets.id });
    await tx.insert(auditEvents).values({
      action: "password.ask",
      subject: found?.id ?? "unknown",
      requestId,
    });
    if (!reset) return;
    await tx.insert(mails).values({
      ...passwordResetMail(),
      userId,
      linkId: reset.id,
      kind: "password_reset",
      state: "ready",
    });
  });
  await floor;
  return 0;
}
