import { and, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { chosenGoals } from "#app/domain/identity/chosen-goals.ts";
import { readAddresses } from "#app/domain/invitation/addresses.ts";
import { expiryOf } from "#app/domain/invitation/standing.ts";
import { invitationMail } from "#app/i18n/invitation-mail.ts";
import { type Role, roles } from "#app/policy/roles.ts";
import { productName } from "#app/site/name.ts";
import { paths } from "#app/site/paths.ts";
import type { Database, Transaction } from "#db/client.server.ts";
import { invitations, mails } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import { authorize, type ServiceContext, transaction } from "../context.server.ts";
import { spend } from "../limit/spend.server.ts";
import { goalsOf } from "../member/goals-of.server.ts";
import { ServiceError } from "../service-error.ts";
import { findInviting, type Inviting } from "./find-inviting.server.ts";

const fields = z.object({
  emails: z.string().max(10_000, "invitation.too_many").default(""),
  role: z.enum(roles, "invitation.role"),
});

/** Who was asked, or after how many seconds more may be asked. */
export type SentInvitations =
  | { sent: { id: string; email: string }[] }
  | { waitSeconds: number; sent?: never };

/**
 * Asks people by mail into an organisation, with a role and the PTs that they are to look after; an
 * earlier invitation of the same address ends. Without a `slug` it asks them to keep the portal. Who
 * keeps the portal names only administrators where there are none. One wrong line refuses all. `now`
 * says until when they may answer; `identity` counts how many are asked. Throws `forbidden`,
 * `not_found`, `invalid`, and `conflict` when a colleague asks the same person at the same time.
 */
export async function sendInvitation(
  context: ServiceContext,
  slug: string | null,
  input: Record<string, unknown>,
  { identity, now }: { identity: Database; now: Date },
): Promise<SentInvitations> {
  const own = context.actor?.memberships.find((membership) => membership.slug === slug);
  authorize(context, "invitation.send", { organisationId: own?.organisationId });
  const parsed = fields.safeParse(input);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw invalid(String(issue?.path[0]), issue?.message ?? "form.stale");
  }
  const { role } = parsed.data;
  const read = readAddresses(parsed.data.emails);
  if (!read.ok) {
    const where = "line" in read ? ` ${read.line}\t${read.typed}` : "";
    throw invalid("emails", `invitation.${read.problem}${where}`);
  }
  const goals = chosenGoals(input);
  return transaction(context, async (tx) => {
    const inviting = await findInviting(tx, slug);
    const known = inviting.id === null ? [] : await goalsOf(tx, inviting.id);
    const codes = known.filter(({ id }) => goals.includes(id)).map(({ code }) => code);
    if (codes.length < goals.length) throw invalid("goals", "invitation.goals");
    await proveInvitable(tx, inviting, role, parsed.data.emails, read.addresses);
    // Counted last: a list that is refused for one line costs nothing.
    const counter = ["invite", own?.organisationId ?? context.actor.id] as const;
    const waitSeconds = await spend(identity, ...read.addresses.map(() => counter));
    if (waitSeconds > 0) return { waitSeconds };
    const replaced = await revokeEarlier(tx, inviting, read.addresses);
    const expiresAt = expiryOf(now);
    const sent = await tx
      .insert(invitations)
      .values(
        read.addresses.map((email) => ({
          organisationId: inviting.id,
          email,
          role,
          nodeIds: goals,
          // Both clocks have to agree that it is not longer than it may be.
          expiresAt: sql`least(${expiresAt.toISOString()}::timestamptz, now() + interval '7 days')`,
          authorId: context.actor.id,
        })),
      )
      .onConflictDoNothing()
      .returning({ id: invitations.id, email: sql<string>`${invitations.email}` });
    if (sent.length < read.addresses.length) throw new ServiceError("conflict");
    const { subject, text, item } = invitationMail({
      organisation: inviting.name,
      role,
      inviter: context.actor.name,
      expiresAt,
      portal: productName,
    });
    await tx.insert(mails).values(
      sent.map(({ id, email }) => ({
        address: email,
        linkId: id,
        kind: "invitation" as const,
        subject,
        text,
        items: [{ text: item, path: paths.front }],
        state: "ready" as const,
      })),
    );
    for (const { id, email } of sent)
      await record(tx, context, {
        action: "invitation.send",
        organisationId: inviting.id,
        subject: `${slug ?? "portal"}/${id}`,
        detail: { role, goals: codes, replaces: replaced.get(email) ?? null },
      });
    return { sent };
  });
}

const invalid = (field: string, message: string) =>
  new ServiceError("invalid", { errors: { [field]: message } });

/** Throws `forbidden` or `invalid` for whom the actor may not ask; which line it is, as it was typed. */
async function proveInvitable(
  tx: Transaction,
  { id }: Inviting,
  role: Role,
  typed: string,
  addresses: readonly string[],
): Promise<void> {
  const lines = typed.split("\n").map((line) => line.normalize("NFKC").trim());
  for (const address of addresses) {
    const [row] = await tx.execute<{ refusal: string | null }>(
      sql`select portal.invitation_refusal(${id}::uuid, ${role}, ${address}) as refusal`,
    );
    if (!row?.refusal) continue;
    if (row.refusal === "forbidden")
      throw new ServiceError("forbidden", { permission: "invitation.send" });
    const line = lines.findIndex((each) => each.toLowerCase() === address) + 1;
    throw invalid("emails", `invitation.${row.refusal} ${line}\t${address}`);
  }
}

/** Ends what was sent to the same addresses before. Answers the ids by address. */
async function revokeEarlier(
  tx: Transaction,
  { where }: Inviting,
  addresses: readonly string[],
): Promise<Map<string | null, string>> {
  const ended = await tx
    .update(invitations)
    .set({ state: "revoked", endedAt: sql`now()` })
    .where(and(where, inArray(invitations.email, [...addresses]), eq(invitations.state, "open")))
    .returning({ id: invitations.id, email: invitations.email });
  return new Map(ended.map(({ id, email }) => [email, id]));
}
