import { asc, eq } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { identityProviders, organisations } from "#db/schema/index.ts";

/** The organisations whose members may sign in by a service of theirs, for people to choose from. */
export async function listProviders(identity: Database) {
  return identity
    .select({ slug: organisations.slug, shortName: organisations.shortName })
    .from(identityProviders)
    .innerJoin(organisations, eq(organisations.id, identityProviders.organisationId))
    .orderBy(asc(organisations.position));
}
