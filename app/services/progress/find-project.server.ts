import { and, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Transaction } from "#db/client.server.ts";
import { organisations, planNodes, plans } from "#db/schema/index.ts";
import { goalOf } from "../plan/goal-of.server.ts";
import { ServiceError } from "../service-error.ts";

/** A project, as codes from a URL. */
export type ProjectCodes = { plan: string; node: string };

/** An organisation that takes part in a project. */
export type Participant = {
  id: string;
  slug: string;
  shortName: string;
  role: "lead" | "partner" | "economic_partner";
};

/** The organisations of the PT above the node of a statement's `plan_nodes`, the lead first. */
export const participantsOf = sql<Participant[]>`(
  with recursive up as (
    select n.id, n.parent_id from plan_nodes n where n.id = ${planNodes.id}
    union all
    select n.id, n.parent_id from plan_nodes n join up on up.parent_id = n.id
  )
  select coalesce(json_agg(json_build_object('id', o.id, 'slug', o.slug,
    'shortName', o.short_name, 'role', x.role) order by x.role = 'lead' desc, o.position), '[]')
  from up join node_organisations x on x.node_id = up.id
  join organisations o on o.id = x.organisation_id)`;

/**
 * The project of codes from the outside, with who takes part; a repost is its original. Where a plan
 * has no PTs, its owner leads alone. Throws `not_found`.
 */
export async function findProject(tx: Transaction, codes: ProjectCodes) {
  const shown = alias(planNodes, "shown");
  const [found] = await tx
    .select({
      plan: plans,
      node: {
        id: planNodes.id,
        code: planNodes.code,
        number: planNodes.number,
        name: planNodes.name,
      },
      goal: goalOf(planNodes.id),
      owner: {
        id: organisations.id,
        slug: organisations.slug,
        shortName: organisations.shortName,
      },
      participants: participantsOf,
    })
    .from(plans)
    .innerJoin(organisations, eq(organisations.id, plans.ownerId))
    .innerJoin(shown, eq(shown.planId, plans.id))
    .innerJoin(planNodes, eq(planNodes.id, sql`coalesce(${shown.repostOfId}, ${shown.id})`))
    .where(and(eq(plans.code, codes.plan), eq(shown.kind, "project"), eq(shown.code, codes.node)))
    .limit(1);
  if (!found) throw new ServiceError("not_found");
  const { owner, participants: listed, ...rest } = found;
  const led = listed[0]?.role === "lead";
  const participants = led ? listed : [{ ...owner, role: "lead" as const }, ...listed];
  const lead = participants[0] ?? { ...owner, role: "lead" as const };
  return {
    ...rest,
    participants,
    lead,
    /** Whose the milestones are. */
    rights: { leadOrganisationId: lead.id, ownerOrganisationId: found.plan.ownerId },
  };
}

export type FoundProject = Awaited<ReturnType<typeof findProject>>;
