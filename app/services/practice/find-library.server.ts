import { eq, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { organisations, plans } from "#db/schema/index.ts";
import { ServiceError } from "../service-error.ts";

/**
 * A plan whose library it is, with the organisations that describe cases in it: those of its PTs; in
 * a plan without PTs its owner. Throws `not_found`.
 */
export async function findLibrary(tx: Transaction, code: string) {
  const [plan] = await tx
    .select({
      id: plans.id,
      code: plans.code,
      name: plans.name,
      levelNames: plans.levelNames,
      firstFy: plans.firstFy,
    })
    .from(plans)
    .where(eq(plans.code, code));
  if (!plan) throw new ServiceError("not_found");
  const participants = await tx
    .select({
      id: organisations.id,
      slug: organisations.slug,
      shortName: organisations.shortName,
      kind: organisations.kind,
    })
    .from(organisations)
    // The policy that lets a case be written asks the same.
    .where(sql`portal.joins_plan(${plan.id}, ${organisations.id})`)
    .orderBy(organisations.position);
  return { plan, participants };
}

export type Library = Awaited<ReturnType<typeof findLibrary>>;
