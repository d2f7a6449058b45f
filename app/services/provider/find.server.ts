import { eq } from "drizzle-orm";
import { unseal } from "#app/lib/sealed.server.ts";
import type { Database } from "#db/client.server.ts";
import { identityProviders, organisations } from "#db/schema/index.ts";
import { secretPurpose } from "./secret-purpose.ts";

/** The sign-in service of an organisation with what the portal proves itself by there. */
export type Provider = {
  organisationId: string;
  slug: string;
  shortName: string;
  issuer: string;
  clientId: string;
  /** Null when it was sealed with another AUTH_SECRET: it must be typed anew. */
  clientSecret: string | null;
};

/** Finds the sign-in service of an organisation over the connection of sign-in; null where it has none. */
export async function findProvider(
  identity: Database,
  slug: string,
  authSecret: string,
): Promise<Provider | null> {
  const [found] = await identity
    .select({
      organisationId: organisations.id,
      slug: organisations.slug,
      shortName: organisations.shortName,
      issuer: identityProviders.issuer,
      clientId: identityProviders.clientId,
      clientSecret: identityProviders.clientSecret,
    })
    .from(identityProviders)
    .innerJoin(organisations, eq(organisations.id, identityProviders.organisationId))
    .where(eq(organisations.slug, slug));
  if (!found) return null;
  const purpose = secretPurpose(found.organisationId);
  return { ...found, clientSecret: unseal(authSecret, purpose, found.clientSecret) };
}
