import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { checkPassword } from "#app/domain/identity/password.ts";
import { isUsable } from "#app/domain/identity/states.ts";
import type { Database, Transaction } from "#db/client.server.ts";
import { auditEvents, invitations, organisations } from "#db/schema/index.ts";
import { fieldErrors } from "../observation/write.server.ts";
import { ServiceError } from "../service-error.ts";
import { requiredText } from "../typed-text.ts";
import { type NewPerson, personOf, takeIn } from "./take-in.server.ts";

const mailAddress = z.email("invitation.email").max(254, "invitation.email");

const fields = z.object({
  name: requiredText(60, "invitation.name", "invitation.name"),
  password: z.string().max(1000, "password.long").default(""),
  email: z
    .string()
    .max(320, "invitation.email")
    .default("")
    .transform((typed) => typed.normalize("NFKC").trim().toLowerCase()),
});

/** Who stands before the invitation. */
export type Accepting = {
  /** Somebody signed in, with their address; null for nobody. */
  person: { id: string; email: string } | null;
  requestId: string;
  now: Date;
};

/**
 * Takes somebody in who follows the link of an invitation: as they are signed in, or as a person new to
 * the portal with a name and a password. Of two who accept at once one is taken in. Over the connection
 * of sign-in, where the database lets nobody in without an open invitation of their address. Answers who
 * they are, and where they belong now. Throws `not_found`; `locked` when it was used, revoked or is over;
 * `forbidden` when it is meant for another address, or for somebody who signs in first; `invalid`.
 */
export async function acceptInvitation(
  identity: Database,
  id: string,
  input: Record<string, unknown>,
  { person, requestId, now }: Accepting,
): Promise<{ userId: string; slug: string | null }> {
  // What was typed is looked at before anything is locked, and only for what can be accepted.
  const known = await find(identity, id);
  if (!known) throw new ServiceError("not_found");
  if (!isUsable(known, now)) throw new ServiceError("locked");
  const typed = person ? null : await readTyped(input, known);
  return identity.transaction(async (tx) => {
    const invitation = await find(tx, id, "update");
    // What was used meanwhile cannot be locked any more: the database shows what is open alone.
    if (!invitation || !isUsable(invitation, now)) throw new ServiceError("locked");
    const userId = typed
      ? await personOf(tx, typed)
      : provenId(person, invitation.email ?? person?.email ?? "");
    await takeIn(tx, userId, invitation);
    await tx
      .update(invitations)
      .set({ state: "used", userId, endedAt: sql`now()` })
      .where(eq(invitations.id, id));
    await tx.insert(auditEvents).values({
      action: "invitation.accept",
      actorId: userId,
      organisationId: invitation.organisationId,
      subject: `${invitation.slug ?? "portal"}/${id}`,
      detail: { before: null, after: { role: invitation.role } },
      requestId,
    });
    return { userId, slug: invitation.slug };
  });
}

/** An invitation, locked where it is going to be used. */
async function find(identity: Database | Transaction, id: string, lock?: "update") {
  const query = identity
    .select({
      id: invitations.id,
      organisationId: invitations.organisationId,
      email: invitations.email,
      role: invitations.role,
      nodeIds: invitations.nodeIds,
      state: invitations.state,
      expiresAt: invitations.expiresAt,
      slug: organisations.slug,
      organisation: organisations.name,
    })
    .from(invitations)
    .leftJoin(organisations, eq(organisations.id, invitations.organisationId))
    .where(eq(invitations.id, id));
  const [found] = await (lock ? query.for(lock, { of: invitations }) : query);
  return found ?? null;
}

/** What a person new to the portal says of themselves. Throws `invalid`. */
async function readTyped(
  input: Record<string, unknown>,
  known: { email: string | null; organisation: string | null },
): Promise<NewPerson> {
  const parsed = fields.safeParse(input);
  const email = mailAddress.safeParse(known.email ?? parsed.data?.email ?? input.email);
  const errors = fieldErrors(parsed.error);
  if (!email.success) errors.email = "invitation.email";
  if (parsed.success && email.success) {
    const { name, password } = parsed.data;
    const organisations = known.organisation === null ? [] : [known.organisation];
    const problem = await checkPassword(password, { email: email.data, name, organisations });
    if (problem === null) return { name, email: email.data, password };
    errors.password = problem;
  }
  throw new ServiceError("invalid", { errors });
}

/** Throws `forbidden` for somebody who is signed in under another address than the one that is meant. */
function provenId(person: Accepting["person"], address: string): string {
  if (person?.email.toLowerCase() !== address.toLowerCase())
    throw new ServiceError("forbidden", { permission: "invitation.accept" });
  return person.id;
}
