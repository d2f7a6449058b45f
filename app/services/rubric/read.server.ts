import { desc, eq } from "drizzle-orm";
import { can } from "#app/policy/can.ts";
import { rubrics, users } from "#db/schema/index.ts";
import { type ServiceContext, transaction } from "../context.server.ts";
import { findRubric } from "./find.server.ts";

/** A plan's rubric in force, its earlier versions, and whether the reader may change it. Public. */
export function readRubricHistory(context: ServiceContext, planCode: string) {
  return transaction(context, async (tx) => {
    const { plan, newest } = await findRubric(tx, planCode);
    const versions = await tx
      .select({
        version: rubrics.version,
        content: rubrics.content,
        reason: rubrics.reason,
        createdAt: rubrics.createdAt,
        author: users.name,
      })
      .from(rubrics)
      .leftJoin(users, eq(users.id, rubrics.authorId))
      .where(eq(rubrics.planId, plan.id))
      .orderBy(desc(rubrics.version));
    const { code, name, levelNames, firstFy, lastFy } = plan;
    const { version, content, createdAt, authorId } = newest;
    return {
      plan: { code, name, levelNames, firstFy, lastFy },
      inForce: { version, content, createdAt, fromPlan: authorId === null },
      versions,
      mayAdopt: can(context.actor, "rubric.adopt", { ownerOrganisationId: plan.ownerId }),
    };
  });
}
