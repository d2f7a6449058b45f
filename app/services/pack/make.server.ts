import { and, eq, sql } from "drizzle-orm";
import { mostMaking, packSteps } from "#app/domain/pack/pack.ts";
import type { Transaction } from "#db/client.server.ts";
import { councilPacks } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import { authorizeAs, type ServiceContext, transaction } from "../context.server.ts";
import { readPlanState } from "../plan/read-definition.server.ts";
import { ServiceError } from "../service-error.ts";
import { proveChoice, type TypedChoice } from "./choice.server.ts";

/** A pack whose files are to be made, and the last sign of life that its maker gave. */
export type Making = { id: string; plan: string; sign: string };

/** A sign of life as exactly as the database keeps it. */
export const signOfLife = sql<string>`${councilPacks.movedAt}::text`;

/**
 * Begins a council pack of a published edition; its files are made in the background by whoever holds
 * the answer's `making`. The same choice is one pack: asked for again it is answered without. Throws
 * `forbidden`, `not_found`, and `invalid`, also while the organisation has too many under way.
 */
export async function makePack(
  context: ServiceContext,
  planCode: string,
  input: Record<string, string>,
): Promise<{ id: string; making: Making | null }> {
  const { choice, plan } = await transaction(context, async (tx) => {
    const { plan } = await readPlanState(tx, planCode);
    authorizeAs(context, "pack.make", { ownerOrganisationId: plan.ownerId });
    return { plan, choice: await proveChoice(tx, context, planCode, input) };
  });
  const rights = { ownerOrganisationId: plan.ownerId };
  const { context: signedIn, membership } = authorizeAs(context, "pack.make", rights);
  const { organisationId } = membership;
  return transaction(signedIn, async (tx) => {
    await lockPacks(tx, plan.ownerId);
    const known = await findSame(tx, plan.id, choice);
    if (known) return { id: known.id, making: null };
    await refuseMany(tx, plan.ownerId);
    const [begun] = await tx
      .insert(councilPacks)
      .values({
        planId: plan.id,
        ...choice,
        stepsTotal: packSteps,
        authorId: signedIn.actor.id,
        authorOrganisationId: organisationId,
      })
      .returning({ id: councilPacks.id, sign: signOfLife });
    if (!begun) throw new ServiceError("conflict");
    await record(tx, signedIn, {
      action: "pack.make",
      organisationId,
      subject: `${planCode}/packs/${begun.id}`,
      detail: { step: "begin", ...choice },
    });
    return { id: begun.id, making: { plan: planCode, ...begun } };
  });
}

/** Nobody else begins a pack of the organisation's plans meanwhile. */
export async function lockPacks(tx: Transaction, ownerId: string): Promise<void> {
  await tx.execute(sql`
    select pg_advisory_xact_lock(hashtextextended('packs of ' || ${ownerId}::text, 0))`);
}

/** Throws `invalid` where an organisation has as many under way as it may. */
export async function refuseMany(tx: Transaction, ownerId: string): Promise<void> {
  const [found] = await tx.execute<{ making: number }>(sql`
    select count(*)::int as making from council_packs k join plans p on p.id = k.plan_id
    where p.owner_id = ${ownerId} and k.state = 'making' and ${isAlive}`);
  if ((found?.making ?? 0) >= mostMaking)
    throw new ServiceError("invalid", { errors: { form: "pack.too_many" } });
}

const isAlive = sql`k.moved_at > clock_timestamp() - interval '1 minute'`;

async function findSame(tx: Transaction, planId: string, choice: TypedChoice) {
  const { fy, edition, meeting, meetingOn, pts, parts } = choice;
  const [same] = await tx
    .select({ id: councilPacks.id })
    .from(councilPacks)
    .where(
      and(
        eq(councilPacks.planId, planId),
        eq(councilPacks.fy, fy),
        eq(councilPacks.edition, edition),
        eq(councilPacks.meeting, meeting),
        eq(councilPacks.meetingOn, meetingOn),
        eq(councilPacks.pts, pts),
        eq(councilPacks.parts, parts),
      ),
    );
  return same;
}
