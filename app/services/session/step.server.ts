import { createHash, randomBytes } from "node:crypto";
import { and, eq, gt, lt, sql } from "drizzle-orm";
import { type StepKind, stepSeconds } from "#app/domain/identity/session.ts";
import { stepCookie } from "#app/lib/session-cookie.server.ts";
import type { Database, Transaction } from "#db/client.server.ts";
import { verifications } from "#db/schema/index.ts";

/**
 * Something that was begun and is finished by the same browser within minutes, once: answers the
 * Set-Cookie by which it is found again. What was begun and left is taken away with the next.
 */
export async function beginStep(
  identity: Database,
  kind: StepKind,
  value: string,
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(Date.now() + stepSeconds[kind] * 1000);
  await identity.delete(verifications).where(lt(verifications.expiresAt, sql`now()`));
  await identity
    .insert(verifications)
    .values({ identifier: identifierOf(kind, token), value, expiresAt });
  return stepCookie(kind, token, stepSeconds[kind]);
}

/** What was begun with a token; null when that is over, done, or nobody's. */
export async function findStep(
  identity: Database,
  kind: StepKind,
  token: string,
): Promise<string | null> {
  const [found] = await identity
    .select({ value: verifications.value })
    .from(verifications)
    .where(isOpen(kind, token));
  return found?.value ?? null;
}

/** The same, which is then over: of two that finish it at once, one does. */
export async function takeStep(
  identity: Database | Transaction,
  kind: StepKind,
  token: string,
): Promise<string | null> {
  const [taken] = await identity
    .delete(verifications)
    .where(isOpen(kind, token))
    .returning({ value: verifications.value });
  return taken?.value ?? null;
}

function isOpen(kind: StepKind, token: string) {
  return and(
    eq(verifications.identifier, identifierOf(kind, token)),
    gt(verifications.expiresAt, sql`now()`),
  );
}

/** The database keeps what tells a token, and not the token. */
function identifierOf(kind: StepKind, token: string): string {
  return `${kind} ${createHash("sha256").update(token).digest("base64url")}`;
}
