import { and, eq, or, sql } from "drizzle-orm";
import { councilPacks } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import { authorizeAs, type ServiceContext, transaction } from "../context.server.ts";
import { ServiceError } from "../service-error.ts";
import { findPack, type PackCodes } from "./find.server.ts";
import { lockPacks, type Making, refuseMany, signOfLife } from "./make.server.ts";

/**
 * Takes up a pack again whose making failed or was interrupted, for whoever holds the answer. Throws
 * `forbidden`, `not_found`, `locked` where it is ready or somebody is at work on it, and `invalid`
 * while the organisation has too many under way.
 */
export function makePackAgain(context: ServiceContext, codes: PackCodes): Promise<Making> {
  return transaction(context, async (tx) => {
    const { plan, pack } = await findPack(tx, codes, new Date());
    const rights = { ownerOrganisationId: plan.ownerId };
    const { context: signedIn, membership } = authorizeAs(context, "pack.make", rights);
    await lockPacks(tx, plan.ownerId);
    await refuseMany(tx, plan.ownerId);
    const { state } = councilPacks;
    // Of two who press the button at once the second finds a fresh sign of life.
    const isSilent = sql`${councilPacks.movedAt} <= clock_timestamp() - interval '1 minute'`;
    const [taken] = await tx
      .update(councilPacks)
      .set({
        state: "making",
        stepsDone: 0,
        problem: null,
        movedAt: sql`clock_timestamp()`,
      })
      .where(
        and(
          eq(councilPacks.id, pack.id),
          or(eq(state, "failed"), and(eq(state, "making"), isSilent)),
        ),
      )
      .returning({ sign: signOfLife });
    if (!taken) throw new ServiceError("locked");
    await record(tx, signedIn, {
      action: "pack.make",
      organisationId: membership.organisationId,
      subject: `${plan.code}/packs/${pack.id}`,
      detail: { step: "again", after: pack.problem ?? "interrupted" },
    });
    return { id: pack.id, plan: plan.code, ...taken };
  });
}
