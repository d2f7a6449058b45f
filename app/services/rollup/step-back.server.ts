import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import type { ServiceContext } from "../context.server.ts";
import { ServiceError } from "../service-error.ts";

/**
 * From here on the transaction reads what was there at the context's `asOf`: the database leaves out
 * what was written later. Throws `not_found` for an edition that the plan's year does not have.
 */
export async function stepBack(
  tx: Transaction,
  { asOf }: ServiceContext,
  plan: string,
  fy: number | null,
): Promise<void> {
  if (!asOf) return;
  if (asOf.kind === "moment") {
    await tx.execute(sql`select set_config('portal.as_of', ${asOf.at.toISOString()}, true)`);
    return;
  }
  const found = await tx.execute(sql`
    select set_config('portal.as_of', e.created_at::text, true)
    from publications e join plans p on p.id = e.plan_id
    where p.code = ${plan} and e.fy = ${fy}::int and e.edition = ${asOf.edition}`);
  if (found.length === 0) throw new ServiceError("not_found");
}
