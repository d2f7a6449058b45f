import { eq } from "drizzle-orm";
import { identityProviders } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import {
  authorize,
  requireMembership,
  type ServiceContext,
  transaction,
} from "../context.server.ts";
import { lockProvider } from "./lock.server.ts";

/**
 * Takes an organisation's sign-in service away, and with it the sessions that it vouched for. Taking
 * away what is gone already changes nothing. Throws `forbidden`.
 */
export async function removeProvider(context: ServiceContext, slug: string): Promise<void> {
  const { organisationId } = requireMembership(context, slug);
  authorize(context, "provider.remove", { organisationId });
  await transaction(context, async (tx) => {
    const before = await lockProvider(tx, organisationId);
    if (!before) return;
    await tx.delete(identityProviders).where(eq(identityProviders.organisationId, organisationId));
    await record(tx, context, {
      action: "provider.remove",
      organisationId,
      subject: slug,
      detail: { before, after: null },
    });
  });
}
