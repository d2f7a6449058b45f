import { createHash } from "node:crypto";
import { and, eq, gt, isNull, lt, or, sql } from "drizzle-orm";
import type { TokenScope } from "#app/domain/identity/states.ts";
import type { Actor } from "#app/policy/can.ts";
import type { Database } from "#db/client.server.ts";
import { apiTokens, members, organisations, users } from "#db/schema/index.ts";

export type TokenCaller = { actor: Actor; scope: TokenScope };

/**
 * Whom a key acts as: the technical user of its organisation, with the membership that it has now. Null
 * for keys that are unknown, revoked or expired. When it was used is kept to within five minutes.
 */
export async function findToken(identity: Database, key: string): Promise<TokenCaller | null> {
  const hash = createHash("sha256").update(key).digest();
  const [found] = await identity
    .select({
      tokenId: apiTokens.id,
      scope: apiTokens.scope,
      id: users.id,
      name: users.name,
      role: members.role,
      organisationId: organisations.id,
      slug: organisations.slug,
      shortName: organisations.shortName,
      kind: organisations.kind,
      requiresApproval: organisations.requiresApproval,
    })
    .from(apiTokens)
    .innerJoin(users, eq(users.id, apiTokens.userId))
    .innerJoin(
      members,
      and(eq(members.userId, users.id), eq(members.organisationId, apiTokens.organisationId)),
    )
    .innerJoin(organisations, eq(organisations.id, members.organisationId))
    .where(
      and(
        eq(apiTokens.hash, hash),
        eq(apiTokens.state, "open"),
        gt(apiTokens.expiresAt, sql`now()`),
      ),
    );
  if (!found) return null;
  const { tokenId, scope, id, name, ...membership } = found;
  await identity
    .update(apiTokens)
    .set({ lastUsedAt: sql`now()` })
    .where(
      and(
        eq(apiTokens.id, tokenId),
        or(
          isNull(apiTokens.lastUsedAt),
          lt(apiTokens.lastUsedAt, sql`now() - interval '5 minutes'`),
        ),
      ),
    );
  return { actor: { id, name, memberships: [membership] }, scope };
}
