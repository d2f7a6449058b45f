import { eq, isNull, type SQL } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { invitations, organisations } from "#db/schema/index.ts";
import { ServiceError } from "../service-error.ts";

/** Into what people are invited: an organisation, or with nulls the keeping of the portal. */
export type Inviting = {
  id: string | null;
  name: string | null;
  /** The condition on its invitations. */
  where: SQL;
};

/** The organisation of a slug, or without one the portal itself. Throws `not_found`. */
export async function findInviting(tx: Transaction, slug: string | null): Promise<Inviting> {
  if (slug === null) return { id: null, name: null, where: isNull(invitations.organisationId) };
  const [found] = await tx
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(eq(organisations.slug, slug));
  if (!found) throw new ServiceError("not_found");
  return { ...found, where: eq(invitations.organisationId, found.id) };
}
