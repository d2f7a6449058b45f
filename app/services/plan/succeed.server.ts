import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { parseFiscalYear } from "#app/domain/fiscal-year/fiscal-year.ts";
import { successorOf } from "#app/domain/plan/successor.ts";
import { plans, planVersions, rubrics } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import { authorizeAs, type ServiceContext, transaction } from "../context.server.ts";
import { recomputeEvaluations } from "../evaluation/recompute.server.ts";
import { fieldErrors } from "../observation/write.server.ts";
import { ServiceError } from "../service-error.ts";
import { appendPlanVersion } from "./append-version.server.ts";
import { readNewest } from "./contents.server.ts";
import { readPlanState } from "./read-definition.server.ts";

const fields = z.object({
  code: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z][a-z0-9-]{1,29}$/, "plan.plan_code"),
  name: z.string().trim().min(1, "plan.name").max(100, "plan.name"),
  nickname: z.string().trim().max(40, "plan.too_long").default(""),
  firstFy: z.string().transform(parseFiscalYear).pipe(z.number("plan.first_fy")),
  lastFy: z.string().transform(parseFiscalYear).pipe(z.number("plan.last_fy")),
  requestKey: z.uuid(),
});

/** The longest that a plan may run, in years. */
const longest = 20;

/**
 * Begins a plan that succeeds another one: with its goals, policies, projects and KPIs, each linked to
 * what it continues, and its rubric. It is drawn up by a revision and seen by members only until that
 * is adopted. Answers its code. Throws `forbidden`, `not_found`, `invalid`, and `conflict` where the
 * form was sent for another plan before.
 */
export function succeedPlan(
  context: ServiceContext,
  planCode: string,
  input: Record<string, unknown>,
): Promise<string> {
  return transaction(context, async (tx) => {
    const { plan } = await readPlanState(tx, planCode);
    const rights = { ownerOrganisationId: plan.ownerId };
    const { context: signedIn, membership } = authorizeAs(context, "plan.succeed", rights);
    const parsed = fields.safeParse(input);
    if (!parsed.success) throw new ServiceError("invalid", { errors: fieldErrors(parsed.error) });
    const { requestKey, code, nickname, ...given } = parsed.data;
    const { firstFy, lastFy } = given;
    if (firstFy <= plan.firstFy)
      throw new ServiceError("invalid", { errors: { firstFy: "plan.first_fy" } });
    if (lastFy < firstFy || lastFy >= firstFy + longest)
      throw new ServiceError("invalid", { errors: { lastFy: "plan.last_fy" } });
    const [known] = await tx
      .select({ code: plans.code })
      .from(planVersions)
      .innerJoin(plans, eq(plans.id, planVersions.planId))
      .where(eq(planVersions.requestKey, requestKey));
    if (known?.code === code) return code;
    if (known) throw new ServiceError("conflict");
    const { content } = await readNewest(tx, plan.id);
    const [begun] = await tx
      .insert(plans)
      .values({
        ...given,
        code,
        nickname: nickname || null,
        ownerId: plan.ownerId,
        levelNames: plan.levelNames,
        sheet: plan.sheet,
        definitionVersion: requestKey,
        isDraft: true,
        continuesId: plan.id,
        position: sql`(select max(p.position) + 1 from plans p)`,
      })
      .onConflictDoNothing()
      .returning({ id: plans.id });
    if (!begun) throw new ServiceError("invalid", { errors: { code: "plan.code_taken" } });
    const author = {
      authorId: signedIn.actor.id,
      authorOrganisationId: membership.organisationId,
    };
    const rubric = { content: plan.rubric, reason: `${plan.name}の評価基準を引き継ぐ。` };
    await tx
      .insert(rubrics)
      .values({ planId: begun.id, version: 1, ...rubric, authorId: signedIn.actor.id });
    const successor = successorOf(content, { firstFy, lastFy, newId: randomUUID });
    await appendPlanVersion(tx, {
      planId: begun.id,
      version: 1,
      kind: "original",
      title: given.name,
      reason: `${plan.name}を引き継ぐ。`,
      firstFy,
      effectiveOn: `${firstFy}-04-01`,
      content: successor,
      ...author,
      requestKey,
    });
    await recomputeEvaluations(tx, { indicatorIds: successor.indicators.map(({ id }) => id) });
    await record(tx, signedIn, {
      action: "plan.succeed",
      organisationId: membership.organisationId,
      subject: code,
      detail: { continues: plan.code, ...given },
    });
    return code;
  });
}
