import { eq } from "drizzle-orm";
import { sessionSeconds } from "#app/domain/identity/session.ts";
import { authOver } from "#app/lib/auth.server.ts";
import { sessionCookie } from "#app/lib/session-cookie.server.ts";
import type { Database, Transaction } from "#db/client.server.ts";
import { auditEvents, sessions } from "#db/schema/index.ts";
import { ServiceError } from "../service-error.ts";

/** How a session is opened, and what for. */
export type Opening = {
  secondFactor: boolean;
  /** The organisation whose sign-in service vouched for the person. */
  viaOrganisationId?: string | null;
  /** When they proved who they are, where that was not just now. */
  confirmedAt?: Date;
  requestHeaders: Headers;
  requestId: string;
  /** The session in whose place it comes, when somebody in it proved anew who they are. */
  replaces?: string;
};

/**
 * Opens a session of a person and answers its Set-Cookie. Each sign-in, and each proof after it, has a
 * token of its own: one that somebody planted or saw before opens nothing more. What replaces a session
 * ends when that would have ended and is for what that was for; why it does, its caller records.
 * Throws `forbidden` when that was ended meanwhile. `identity` is the connection of sign-in, or a transaction on it.
 */
export async function beginSession(
  identity: Database | Transaction,
  userId: string,
  { secondFactor, viaOrganisationId = null, confirmedAt, ...opening }: Opening,
): Promise<string> {
  const { requestHeaders, requestId, replaces } = opening;
  const fresh = {
    expiresAt: new Date(Date.now() + sessionSeconds.absolute * 1000),
    viaOrganisationId,
  };
  const userAgent = (requestHeaders.get("user-agent") ?? "").slice(0, 300);
  const token = await identity.transaction(async (tx) => {
    const [replaced] = replaces
      ? await tx.delete(sessions).where(eq(sessions.id, replaces)).returning({
          expiresAt: sessions.expiresAt,
          viaOrganisationId: sessions.viaOrganisationId,
        })
      : [];
    if (replaces && !replaced)
      throw new ServiceError("forbidden", { permission: "session.confirm" });
    const auth = await authOver(tx);
    const asked = {
      userAgent,
      secondFactor,
      ...(replaced ?? fresh),
      ...(confirmedAt && { confirmedAt }),
    };
    const made = await auth.sessions.createSession(userId, false, asked, true);
    if (!replaces)
      await tx
        .insert(auditEvents)
        .values({ action: "session.create", actorId: userId, subject: userId, requestId });
    return made.token;
  });
  return sessionCookie(token);
}
