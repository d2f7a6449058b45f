import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { platformAdmins } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import { authorize, type ServiceContext, transaction } from "../context.server.ts";
import { ServiceError } from "../service-error.ts";

const fields = z.object({ person: z.uuid() });

/**
 * Ends that somebody keeps the portal, also oneself; it counts at their next request. Throws `forbidden`,
 * `not_found` for who does not keep it (any more), and `locked` for the last one.
 */
export async function endKeeper(
  context: ServiceContext,
  input: Record<string, unknown>,
): Promise<void> {
  authorize(context, "keeper.end");
  const parsed = fields.safeParse(input);
  if (!parsed.success) throw new ServiceError("not_found");
  const { person } = parsed.data;
  await transaction(context, async (tx) => {
    // One after the other: who was ended a moment ago ends nobody, and sees nobody here.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('platform_admins'))`);
    const whose = eq(platformAdmins.userId, person);
    const [found] = await tx
      .select({ id: platformAdmins.userId })
      .from(platformAdmins)
      .where(whose);
    if (!found) throw new ServiceError("not_found");
    // Written first: who steps back does so as the keeper that they are.
    await record(tx, context, {
      action: "keeper.end",
      organisationId: null,
      subject: person,
      detail: {},
    });
    await tx.delete(platformAdmins).where(whose).catch(throwRefusal);
  });
}

/** Somebody keeps the portal: the database lets the last one not go. */
function throwRefusal(error: unknown): never {
  const { code } = Object(Object(error).cause) as { code?: unknown };
  if (code === "23514") throw new ServiceError("locked");
  throw error;
}
