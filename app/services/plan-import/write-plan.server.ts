import { eq, sql } from "drizzle-orm";
import { rubricSchema } from "#app/domain/rubric/rubric.ts";
import { rubricTemplates } from "#app/domain/rubric/templates.ts";
import type { Transaction } from "#db/client.server.ts";
import { plans, rubrics } from "#db/schema/index.ts";
import type { SignedIn } from "../context.server.ts";
import { appendPlanVersion } from "../plan/append-version.server.ts";
import { ServiceError } from "../service-error.ts";
import type { PlanDefinition } from "./definition.server.ts";
import type { PlanReading } from "./read-in.server.ts";

/**
 * Writes a plan as its file defines it: a new draft with its rubric, or one's own draft drawn again.
 * Answers its id and its newest version.
 */
export async function writePlan(
  tx: Transaction,
  context: SignedIn,
  { id: importId, organisationId }: PlanReading,
  { definition, isChanged }: { definition: PlanDefinition; isChanged: boolean },
): Promise<{ id: string; version: number }> {
  const { facts, content, newest } = definition;
  if (!facts || !content) throw new ServiceError("locked");
  const { code, name, nickname, firstFy, lastFy, levelNames, rubric } = facts;
  const given = { name, nickname, firstFy, lastFy, levelNames, definitionVersion: importId };
  const id = definition.plan?.id ?? (await beginPlan());
  if (definition.plan) await tx.update(plans).set(given).where(eq(plans.id, id));
  const version = (newest?.version ?? 0) + (isChanged ? 1 : 0);
  if (isChanged)
    await appendPlanVersion(tx, {
      planId: id,
      version,
      kind: "original",
      title: name,
      reason: "ファイルから取り込む。",
      firstFy,
      effectiveOn: `${firstFy}-04-01`,
      content,
      authorId: context.actor.id,
      authorOrganisationId: organisationId,
      requestKey: importId,
    });
  return { id, version };

  async function beginPlan(): Promise<string> {
    const [begun] = await tx
      .insert(plans)
      .values({
        ...given,
        code,
        ownerId: organisationId,
        isDraft: true,
        position: sql`(select max(p.position) + 1 from plans p)`,
      })
      .returning({ id: plans.id });
    const template = rubricTemplates[rubric];
    if (!begun || !template) throw new ServiceError("locked");
    await tx.insert(rubrics).values({
      planId: begun.id,
      version: 1,
      content: rubricSchema.parse(template.data),
      reason: "計画の取込の際に選んだ評価基準",
      authorId: context.actor.id,
    });
    return begun.id;
  }
}
