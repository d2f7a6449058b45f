import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { reportingRounds, roundRecords } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import type { SignedIn } from "../context.server.ts";
import { ServiceError } from "../service-error.ts";

type Begun = {
  title: string;
  fy: number;
  dueOn: string;
  instructions: string;
  baseVersion: number;
  requestKey: string;
  detail: Record<string, unknown>;
};

/**
 * The round that this request began before, or a new one of the next number, with the audit event.
 * Throws `conflict` where the form was sent for something else before.
 */
export async function beginRound(
  tx: Transaction,
  context: SignedIn,
  plan: { id: string; code: string; ownerId: string },
  { title, fy, dueOn, instructions, requestKey, detail }: Begun,
) {
  // Numbers follow each other, and two requests that are one meet here.
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended('rounds of ' || ${plan.code}::text, 0))`,
  );
  const [known] = await tx
    .select({ round: reportingRounds })
    .from(roundRecords)
    .innerJoin(reportingRounds, eq(reportingRounds.id, roundRecords.roundId))
    .where(and(eq(roundRecords.requestKey, requestKey), eq(reportingRounds.planId, plan.id)));
  if (known) return { ...known, isNew: false };
  const head = { version: 1, state: "preparing" as const, dueOn };
  const [round] = await tx
    .insert(reportingRounds)
    .values({
      ...head,
      planId: plan.id,
      number: sql`(select coalesce(max(r.number), 0) + 1 from reporting_rounds r
        where r.plan_id = ${plan.id})`,
      fy,
      title,
      instructions,
    })
    .returning();
  if (!round) throw new ServiceError("conflict");
  const written = await tx
    .insert(roundRecords)
    .values({
      ...head,
      roundId: round.id,
      step: "prepare",
      authorId: context.actor.id,
      authorOrganisationId: plan.ownerId,
      requestKey,
    })
    .onConflictDoNothing()
    .returning({ id: roundRecords.id });
  // The key was spent on something else: this form is not fresh.
  if (written.length === 0) throw new ServiceError("conflict");
  await record(tx, context, {
    action: "round.prepare",
    organisationId: plan.ownerId,
    subject: `${plan.code}/rounds/${round.number}`,
    detail: { version: 1, dueOn, ...detail },
  });
  return { round, isNew: true };
}
