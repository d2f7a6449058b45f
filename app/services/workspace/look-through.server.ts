import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { planNodes, plans, workspaceVisits } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import {
  authorize,
  requireMembership,
  type ServiceContext,
  transaction,
} from "../context.server.ts";
import { ServiceError } from "../service-error.ts";

/** A moment as the page got it from the database: to the microsecond, so that nothing falls between. */
const fields = z.object({
  until: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/)
    .refine((until) => !Number.isNaN(Date.parse(until))),
});

/**
 * Says that the reader has looked through what changed in a PT until the moment at which the list was
 * made: what happened since stays new. The mark never goes back and never into the future. Throws
 * `forbidden`, `not_found`, and `invalid` for a moment that no page has given out.
 */
export async function lookThrough(
  context: ServiceContext,
  codes: { organisation: string; plan: string; pt: string },
  input: Record<string, unknown>,
): Promise<void> {
  const { organisationId } = requireMembership(context, codes.organisation);
  authorize(context, "workspace.look_through", { organisationId });
  const parsed = fields.safeParse(input);
  if (!parsed.success) throw new ServiceError("invalid", { errors: { until: "form.stale" } });
  const { until } = parsed.data;
  await transaction(context, async (tx) => {
    const [node] = await tx
      .select({ id: planNodes.id })
      .from(planNodes)
      .innerJoin(plans, eq(plans.id, planNodes.planId))
      .where(
        and(eq(plans.code, codes.plan), eq(planNodes.code, codes.pt), eq(planNodes.kind, "goal")),
      );
    if (!node) throw new ServiceError("not_found");
    await tx
      .insert(workspaceVisits)
      .values({
        userId: context.actor.id,
        organisationId,
        nodeId: node.id,
        seenAt: sql`least(${until}::timestamptz, now())`,
      })
      .onConflictDoUpdate({
        target: [workspaceVisits.userId, workspaceVisits.organisationId, workspaceVisits.nodeId],
        set: { seenAt: sql`greatest(${workspaceVisits.seenAt}, excluded.seen_at)` },
      });
    await record(tx, context, {
      action: "workspace.look_through",
      organisationId,
      subject: `${codes.plan}/${codes.pt}`,
      detail: { until },
    });
  });
}
