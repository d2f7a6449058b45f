import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { organisations } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import {
  authorize,
  requireMembership,
  type ServiceContext,
  transaction,
} from "../context.server.ts";
import { ServiceError } from "../service-error.ts";

const fields = z.object({ requiresApproval: z.enum(["yes", "no"]) });

/**
 * Says whether figures leave an organisation only after a decision in it. What waits for one stays to
 * be decided also when no more is wanted. Choosing what holds already changes nothing. Throws
 * `forbidden`, `invalid`.
 */
export async function chooseApproval(
  context: ServiceContext,
  slug: string,
  input: Record<string, unknown>,
): Promise<void> {
  const { organisationId } = requireMembership(context, slug);
  authorize(context, "approval.choose", { organisationId });
  const parsed = fields.safeParse(input);
  if (!parsed.success)
    throw new ServiceError("invalid", { errors: { requiresApproval: "form.stale" } });
  const requiresApproval = parsed.data.requiresApproval === "yes";
  await transaction(context, async (tx) => {
    const changed = await tx
      .update(organisations)
      .set({ requiresApproval })
      .where(
        and(
          eq(organisations.id, organisationId),
          eq(organisations.requiresApproval, !requiresApproval),
        ),
      )
      .returning({ id: organisations.id });
    if (changed.length === 0) return;
    await record(tx, context, {
      action: "approval.choose",
      organisationId,
      subject: slug,
      detail: { requiresApproval },
    });
  });
}
