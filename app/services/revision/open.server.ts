import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { planRevisions } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import { authorizeAs, type ServiceContext, transaction } from "../context.server.ts";
import { fieldErrors } from "../observation/write.server.ts";
import { readNewest } from "../plan/contents.server.ts";
import { lockVersions } from "../plan/lock-versions.server.ts";
import { readPlanState } from "../plan/read-definition.server.ts";
import { ServiceError } from "../service-error.ts";
import { keeperRights } from "./rights.server.ts";

const fields = z.object({
  title: z.string().trim().min(1, "revision.title").max(100, "revision.title"),
  purpose: z.string().trim().max(2000, "plan.too_long").default(""),
  requestKey: z.uuid(),
});

/**
 * Opens a revision of a plan, to which those who lead a PT and the plan's owner then propose changes.
 * Answers its number. The same request sent twice opens one. Throws `forbidden`, `not_found`,
 * `invalid`, and `conflict` where the form was sent for another revision before.
 */
export function openRevision(
  context: ServiceContext,
  planCode: string,
  input: Record<string, unknown>,
): Promise<number> {
  return transaction(context, async (tx) => {
    await lockVersions(tx, planCode);
    const { plan, around } = await readPlanState(tx, planCode);
    const { content } = await readNewest(tx, plan.id);
    const rights = keeperRights(context, content, plan, around.organisationIds);
    const { context: signedIn, membership } = authorizeAs(context, "revision.open", rights);
    const parsed = fields.safeParse(input);
    if (!parsed.success) throw new ServiceError("invalid", { errors: fieldErrors(parsed.error) });
    const { title, purpose, requestKey } = parsed.data;
    const [known] = await tx
      .select()
      .from(planRevisions)
      .where(and(eq(planRevisions.planId, plan.id), eq(planRevisions.requestKey, requestKey)));
    if (known) {
      // The form's key alone does not say so: the browser's way back sends other words under it.
      const isSame = known.title === title && known.purpose === purpose;
      if (isSame && known.authorId === signedIn.actor.id) return known.number;
      throw new ServiceError("conflict");
    }
    const [opened] = await tx
      .insert(planRevisions)
      .values({
        planId: plan.id,
        number: sql`(select coalesce(max(r.number), 0) + 1 from plan_revisions r
          where r.plan_id = ${plan.id})`,
        ...parsed.data,
        state: "collecting",
        authorId: signedIn.actor.id,
        authorOrganisationId: membership.organisationId,
      })
      .returning({ number: planRevisions.number });
    if (!opened) throw new ServiceError("conflict");
    await record(tx, signedIn, {
      action: "revision.open",
      organisationId: membership.organisationId,
      subject: `${plan.code}/${opened.number}`,
      detail: { title, purpose },
    });
    return opened.number;
  });
}
