import { and, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { handovers, users } from "#db/schema/index.ts";
import { requireMembership, type ServiceContext, transaction } from "../context.server.ts";
import { ServiceError } from "../service-error.ts";

const givers = alias(users, "givers");
const receivers = alias(users, "receivers");

/**
 * What was left to a colleague, as it was on that day: for the two and who administers. Throws
 * `forbidden` for people of other organisations, `not_found`.
 */
export async function findHandover(
  context: ServiceContext,
  { organisation, handover }: { organisation: string; handover: string },
) {
  const membership = requireMembership(context, organisation);
  return transaction(context, async (tx) => {
    const [found] = await tx
      .select({
        from: givers.name,
        to: receivers.name,
        note: handovers.note,
        items: handovers.items,
        createdAt: handovers.createdAt,
      })
      .from(handovers)
      .innerJoin(givers, eq(givers.id, handovers.fromUserId))
      .innerJoin(receivers, eq(receivers.id, handovers.toUserId))
      .where(
        and(
          eq(handovers.organisationId, membership.organisationId),
          sql`${handovers.id}::text = ${handover}`,
        ),
      );
    if (!found) throw new ServiceError("not_found");
    return { membership, ...found };
  });
}
