import { eq, inArray } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { type InvitationStanding, invitationStanding } from "#app/domain/invitation/standing.ts";
import type { Database } from "#db/client.server.ts";
import { invitations, organisations, planNodes, users } from "#db/schema/index.ts";
import { ServiceError } from "../service-error.ts";
import { accountOf } from "./account-of.server.ts";

const authors = alias(users, "authors");

/**
 * Whoever follows the link of an invitation: it is meant for them, or for another address; they sign in
 * first, or say who they are; or there is nothing to accept any more.
 */
export type Invited = "gone" | "somebody_else" | "as_signed_in" | "sign_in_first" | "new_here";

/**
 * What an invitation is to, and who stands before it: somebody signed in under `email`, or nobody. For
 * those who follow its link; over the connection of sign-in. Throws `not_found`.
 */
export async function openInvitation(
  identity: Database,
  id: string,
  { email, now }: { email: string | null; now: Date },
) {
  const [invitation] = await identity
    .select({
      email: invitations.email,
      role: invitations.role,
      nodeIds: invitations.nodeIds,
      state: invitations.state,
      expiresAt: invitations.expiresAt,
      slug: organisations.slug,
      organisation: organisations.name,
      inviter: authors.name,
    })
    .from(invitations)
    .leftJoin(organisations, eq(organisations.id, invitations.organisationId))
    .leftJoin(authors, eq(authors.id, invitations.authorId))
    .where(eq(invitations.id, id));
  if (!invitation) throw new ServiceError("not_found");
  const { nodeIds, state, ...shown } = invitation;
  const standing = invitationStanding({ state, expiresAt: shown.expiresAt }, now);
  const goals =
    nodeIds.length === 0
      ? []
      : await identity
          .select({ code: planNodes.code, name: planNodes.name })
          .from(planNodes)
          .where(inArray(planNodes.id, nodeIds))
          .orderBy(planNodes.position);
  const invited = await whoIsInvited(identity, standing, shown.email, email);
  // Whose it is, is said to them alone.
  return { ...shown, email: invited === "gone" ? null : shown.email, standing, goals, invited };
}

async function whoIsInvited(
  identity: Database,
  standing: InvitationStanding,
  address: string | null,
  signedInAs: string | null,
): Promise<Invited> {
  if (standing !== "open") return "gone";
  if (signedInAs !== null)
    return address === null || signedInAs.toLowerCase() === address
      ? "as_signed_in"
      : "somebody_else";
  if (address === null) return "new_here";
  const account = await accountOf(identity, address);
  return account?.belongs ? "sign_in_first" : "new_here";
}
