import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { identityProviders } from "#db/schema/index.ts";

/** The sign-in service of an organisation, which nobody else changes until the transaction ends. */
export async function lockProvider(
  tx: Transaction,
  organisationId: string,
): Promise<{ issuer: string; clientId: string } | null> {
  const [found] = await tx
    .select({ issuer: identityProviders.issuer, clientId: identityProviders.clientId })
    .from(identityProviders)
    .where(eq(identityProviders.organisationId, organisationId))
    .for("update");
  return found ?? null;
}
