import { eq } from "drizzle-orm";
import { identityProviders } from "#db/schema/index.ts";
import {
  authorize,
  requireMembership,
  type ServiceContext,
  transaction,
} from "../context.server.ts";

/**
 * The sign-in service of an organisation, without its secret, which the pages cannot read; null where
 * it has none. Throws `forbidden` unless the actor looks after the organisation's members.
 */
export async function readProvider(context: ServiceContext, slug: string) {
  const membership = requireMembership(context, slug);
  const { organisationId } = membership;
  authorize(context, "provider.read", { organisationId });
  const [provider] = await transaction(context, (tx) =>
    tx
      .select({ issuer: identityProviders.issuer, clientId: identityProviders.clientId })
      .from(identityProviders)
      .where(eq(identityProviders.organisationId, organisationId)),
  );
  return { membership, provider: provider ?? null };
}
