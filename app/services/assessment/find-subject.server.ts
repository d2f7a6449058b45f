import { and, eq, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { FiscalYear } from "#app/domain/fiscal-year/fiscal-year.ts";
import type { Transaction } from "#db/client.server.ts";
import { indicatorNodes, indicators, planNodes, plans } from "#db/schema/index.ts";
import { leadOf } from "../plan/lead-of.server.ts";
import { rubricInForce } from "../plan/state-columns.server.ts";
import { ServiceError } from "../service-error.ts";

/** What a judgement is about, as codes from a URL. */
export type SubjectCodes = {
  plan: string;
  kind: "indicator" | "project";
  code: string;
  fy: FiscalYear;
};

export type AssessedSubject = Awaited<ReturnType<typeof findSubject>>;

/**
 * Proves that codes from the outside belong together: the indicator or project is the plan's, the
 * year is in its term; a repost is its original, also in who judges it. Throws `not_found` otherwise.
 */
export async function findSubject(tx: Transaction, codes: SubjectCodes) {
  const found = await (codes.kind === "indicator" ? findIndicator : findProject)(tx, codes);
  if (!found) throw new ServiceError("not_found");
  const { term, ...subject } = found;
  if (codes.fy < term.firstFy || codes.fy > term.lastFy) throw new ServiceError("not_found");
  return {
    ...subject,
    fy: codes.fy,
    rights: {
      leadOrganisationId: subject.lead ?? undefined,
      ownerOrganisationId: subject.plan.ownerId,
    },
  };
}

async function findIndicator(tx: Transaction, { plan, code }: SubjectCodes) {
  const [found] = await tx
    .select({
      plan: plans,
      rubric: rubricInForce,
      indicator: indicators,
      lead: leadOf(indicators.homeNodeId),
    })
    .from(plans)
    .innerJoin(indicators, eq(indicators.planId, plans.id))
    .innerJoin(indicatorNodes, eq(indicatorNodes.indicatorId, indicators.id))
    .where(and(eq(plans.code, plan), or(eq(indicators.code, code), eq(indicatorNodes.code, code))))
    .limit(1);
  if (!found) return null;
  const { indicator, ...rest } = found;
  return {
    ...rest,
    term: indicator,
    kind: "indicator" as const,
    code: indicator.code,
    name: indicator.name,
    id: { indicatorId: indicator.id, nodeId: null },
  };
}

async function findProject(tx: Transaction, { plan, code }: SubjectCodes) {
  const shown = alias(planNodes, "shown");
  const [found] = await tx
    .select({ plan: plans, rubric: rubricInForce, node: planNodes, lead: leadOf(planNodes.id) })
    .from(plans)
    .innerJoin(shown, eq(shown.planId, plans.id))
    .innerJoin(planNodes, eq(planNodes.id, sql`coalesce(${shown.repostOfId}, ${shown.id})`))
    .where(and(eq(plans.code, plan), eq(shown.kind, "project"), eq(shown.code, code)))
    .limit(1);
  if (!found) return null;
  const { node, ...rest } = found;
  return {
    ...rest,
    term: found.plan,
    kind: "project" as const,
    code: node.code,
    name: node.name,
    id: { indicatorId: null, nodeId: node.id },
  };
}
