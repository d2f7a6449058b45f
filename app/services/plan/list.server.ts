import { asc, eq } from "drizzle-orm";
import { organisations, plans } from "#db/schema/index.ts";
import { type ServiceContext, transaction } from "../context.server.ts";

/** All plans, in order, with whose they are. Public, but for those that are being drawn up. */
export function listPlans(context: ServiceContext) {
  return transaction(context, (tx) =>
    tx
      .select({
        code: plans.code,
        name: plans.name,
        nickname: plans.nickname,
        owner: organisations.name,
        firstFy: plans.firstFy,
        lastFy: plans.lastFy,
        isDraft: plans.isDraft,
      })
      .from(plans)
      .innerJoin(organisations, eq(organisations.id, plans.ownerId))
      .orderBy(asc(plans.position)),
  );
}
