import { desc, eq, or, sql } from "drizzle-orm";
import { can } from "#app/policy/can.ts";
import { planRevisions, plans, planVersions } from "#db/schema/index.ts";
import { type ServiceContext, transaction } from "../context.server.ts";
import { keeperRights } from "../revision/rights.server.ts";
import { readNewest } from "./contents.server.ts";
import { readPlanState } from "./read-definition.server.ts";

/**
 * The versions of a plan, the newest first, and for members its revisions. Public, as the definitions
 * of adopted plans are. Throws `not_found`.
 */
export function listVersions(context: ServiceContext, planCode: string) {
  return transaction(context, async (tx) => {
    const { plan, around } = await readPlanState(tx, planCode);
    const { version, kind, title, reason, firstFy, effectiveOn, adoptedOn } = planVersions;
    const versions = await tx
      .select({
        version,
        kind,
        title,
        reason,
        firstFy,
        effectiveOn,
        adoptedOn,
        organisation: sql<string | null>`(select o.short_name from organisations o
          where o.id = ${planVersions.authorOrganisationId})`,
      })
      .from(planVersions)
      .where(eq(planVersions.planId, plan.id))
      .orderBy(desc(version));
    // Row-level security leaves none to people who are not members.
    const revisions = await tx
      .select({
        number: planRevisions.number,
        title: planRevisions.title,
        state: planRevisions.state,
        createdAt: planRevisions.createdAt,
        items: sql<number>`(select count(distinct (i.subject_kind, i.subject_code))::int
          from revision_items i where i.revision_id = plan_revisions.id)`,
      })
      .from(planRevisions)
      .where(eq(planRevisions.planId, plan.id))
      .orderBy(desc(planRevisions.number));
    // The plan that this one continues, and those that continue it.
    const related = await tx
      .select({ id: plans.id, code: plans.code, name: plans.name })
      .from(plans)
      .where(or(eq(plans.id, sql`${plan.continuesId}::uuid`), eq(plans.continuesId, plan.id)));
    const { content } = await readNewest(tx, plan.id);
    const rights = keeperRights(context, content, plan, around.organisationIds);
    return {
      plan: { code: plan.code, name: plan.name },
      versions,
      revisions,
      continues: related.find(({ id }) => id === plan.continuesId) ?? null,
      succeededBy: related.filter(({ id }) => id !== plan.continuesId),
      maySucceed: can(context.actor, "plan.succeed", { ownerOrganisationId: plan.ownerId }),
      mayOpen: can(context.actor, "revision.open", rights),
    };
  });
}
