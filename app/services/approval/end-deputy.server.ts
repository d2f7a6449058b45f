import { and, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { approvalDeputies } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import {
  authorize,
  requireMembership,
  type ServiceContext,
  transaction,
} from "../context.server.ts";
import { ServiceError } from "../service-error.ts";

const fields = z.object({ deputy: z.uuid() });

/**
 * Ends at once what somebody was named for; what they decided until then stays. Ending it twice is
 * ending it. Throws `forbidden`, `not_found`.
 */
export async function endDeputy(
  context: ServiceContext,
  slug: string,
  input: Record<string, unknown>,
): Promise<void> {
  const { organisationId } = requireMembership(context, slug);
  authorize(context, "approval.deputise", { organisationId });
  const parsed = fields.safeParse(input);
  if (!parsed.success) throw new ServiceError("not_found");
  await transaction(context, async (tx) => {
    const own = and(
      eq(approvalDeputies.id, parsed.data.deputy),
      eq(approvalDeputies.organisationId, organisationId),
    );
    const [ended] = await tx
      .update(approvalDeputies)
      .set({ endedAt: sql`now()` })
      .where(and(own, isNull(approvalDeputies.endedAt)))
      .returning({ userId: approvalDeputies.userId });
    if (!ended) {
      const known = await tx.select({ id: approvalDeputies.id }).from(approvalDeputies).where(own);
      if (known.length === 0) throw new ServiceError("not_found");
      return;
    }
    await record(tx, context, {
      action: "approval.deputise",
      organisationId,
      subject: `${slug}/${parsed.data.deputy}`,
      detail: { userId: ended.userId, ended: true },
    });
  });
}
