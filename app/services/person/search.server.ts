import { asc, sql } from "drizzle-orm";
import { z } from "zod";
import { organisations } from "#db/schema/index.ts";
import { authorize, type ServiceContext, transaction } from "../context.server.ts";

const part = z.string().trim().max(254).catch("").default("");
const fields = z.object({ address: part, name: part, organisation: part });

/** Whom to look for: by the whole address, or by a part of the name within an organisation (its slug). */
export type PeopleSearch = z.infer<typeof fields>;

/** A person as they are found: where they belong now, and for whom they once acted. */
type FoundPerson = {
  user_id: string;
  name: string;
  created_at: string;
  offices: string | null;
  acted_for: string | null;
  keeps: boolean;
};

/** The search that a form asks for. */
export function readPeopleSearch(given: Record<string, unknown>): PeopleSearch {
  return fields.parse(given);
}

/**
 * The people whom a search means, at most 50, without their addresses; nobody's without one. Throws
 * `forbidden` for everybody but who keeps the portal.
 */
export async function searchPeople(context: ServiceContext, search: PeopleSearch) {
  authorize(context, "person.erase");
  return transaction(context, async (tx) => {
    const all = await tx
      .select({
        id: organisations.id,
        slug: organisations.slug,
        shortName: organisations.shortName,
      })
      .from(organisations)
      .orderBy(asc(organisations.position));
    const within = all.find(({ slug }) => slug === search.organisation)?.id ?? null;
    const found = await tx.execute<FoundPerson>(
      sql`select * from portal.search_people(${search.address}, ${search.name}, ${within}::uuid)`,
    );
    return {
      organisations: all.map(({ slug, shortName }) => ({ slug, shortName })),
      people: found.map(({ user_id, acted_for, created_at, ...person }) => ({
        ...person,
        id: user_id,
        actedFor: acted_for,
        since: new Date(created_at),
      })),
    };
  });
}
