import { drizzle } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import { freezeEdition } from "#app/services/rollup/freeze-edition.server.ts";
import * as schema from "#db/schema/index.ts";

/** Publishes a plan's year as it stands, without a round. Answers the edition's number. */
export function publishYear(
  owner: Sql,
  code: string,
  fy: number,
  { title = `${fy}年度の実績`, note = "" } = {},
): Promise<number> {
  return drizzle(owner, { schema, casing: "snake_case" }).transaction(async (tx) => {
    const plan = await tx.query.plans.findFirst({ where: (plans, { eq }) => eq(plans.code, code) });
    if (!plan) throw new RangeError(`No plan ${code}`);
    return freezeEdition(tx, { planId: plan.id, fy, title, note });
  });
}
