import { and, desc, eq } from "drizzle-orm";
import { can } from "#app/policy/can.ts";
import { narratives, organisations, users } from "#db/schema/index.ts";
import { authorize, type ServiceContext, transaction } from "../context.server.ts";
import { findPlace, type NarrativeCodes } from "./find-place.server.ts";

/**
 * A text of an evaluation sheet with every version, newest first, and whether the reader may change
 * it. Throws `forbidden` for people who are not members, `not_found`.
 */
export function readNarrative(context: ServiceContext, codes: NarrativeCodes) {
  authorize(context, "rollup.read");
  return transaction(context, async (tx) => {
    const { plan, node, part, fy, rights } = await findPlace(tx, codes);
    const versions = await tx
      .select({
        version: narratives.version,
        text: narratives.text,
        author: users.name,
        organisation: organisations.shortName,
        createdAt: narratives.createdAt,
      })
      .from(narratives)
      .innerJoin(organisations, eq(organisations.id, narratives.authorOrganisationId))
      .leftJoin(users, eq(users.id, narratives.authorId))
      .where(and(eq(narratives.nodeId, node.id), eq(narratives.fy, fy), eq(narratives.part, part)))
      .orderBy(desc(narratives.version));
    return {
      plan: { code: plan.code, name: plan.name },
      node: { code: node.code, name: node.name },
      part,
      fy,
      versions,
      maySave: can(context.actor, "narrative.save", rights),
    };
  });
}

export type NarrativeReading = Awaited<ReturnType<typeof readNarrative>>;
