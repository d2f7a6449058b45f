import { desc, eq } from "drizzle-orm";
import { tokenStanding } from "#app/domain/token/key.ts";
import { apiTokens, users } from "#db/schema/index.ts";
import {
  authorize,
  requireMembership,
  type ServiceContext,
  transaction,
} from "../context.server.ts";

/**
 * The keys of one's own organisation, the newest first, and where each stands at `now`. Throws
 * `forbidden` for everybody but its administrators.
 */
export async function readToken(context: ServiceContext, slug: string, now: Date) {
  const membership = requireMembership(context, slug);
  authorize(context, "token.read", { organisationId: membership.organisationId });
  return transaction(context, async (tx) => {
    const rows = await tx
      .select({
        id: apiTokens.id,
        name: apiTokens.name,
        scope: apiTokens.scope,
        ending: apiTokens.ending,
        state: apiTokens.state,
        expiresAt: apiTokens.expiresAt,
        lastUsedAt: apiTokens.lastUsedAt,
        createdAt: apiTokens.createdAt,
        revokedAt: apiTokens.revokedAt,
        author: users.name,
      })
      .from(apiTokens)
      .leftJoin(users, eq(users.id, apiTokens.authorId))
      .where(eq(apiTokens.organisationId, membership.organisationId))
      .orderBy(desc(apiTokens.createdAt));
    return {
      membership,
      tokens: rows.map((row) => ({ ...row, standing: tokenStanding(row, now) })),
    };
  });
}
