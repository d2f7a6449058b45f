import { eq, sql } from "drizzle-orm";
import { changeContext } from "#app/domain/plan/change-context.ts";
import { changeList } from "#app/domain/plan/change-list.ts";
import { diffPlans } from "#app/domain/plan/diff.ts";
import { can } from "#app/policy/can.ts";
import type { Transaction } from "#db/client.server.ts";
import { plans } from "#db/schema/index.ts";
import {
  authorize,
  requireMembership,
  type ServiceContext,
  transaction,
} from "../context.server.ts";
import { keptRows, readPlanDefinition } from "./definition.server.ts";
import { findPlanImport, listPlanImports } from "./find.server.ts";

/** Without a sign of life for so long, work in the background has been interrupted. */
const longestSilenceMs = 60_000;

/**
 * Where a plan's workbook is sent: who may, and what was brought in before. Throws `forbidden` for
 * people of other organisations.
 */
export async function describePlanImport(context: ServiceContext, organisation: string) {
  const membership = requireMembership(context, organisation);
  const { organisationId } = membership;
  authorize(context, "import.read", { organisationId });
  return transaction(context, async (tx) => ({
    membership,
    mayImport: can(context.actor, "plan.import", { organisationId }),
    earlier: (await listPlanImports(tx, organisationId)).map(({ result: _, ...found }) => found),
  }));
}

/**
 * A plan's file, how far it has come, and once it is read its preview: what would be new and other in
 * the plan. Throws `forbidden`, `not_found`.
 */
export async function readPlanImport(
  context: ServiceContext,
  organisation: string,
  id: string,
  now: Date,
) {
  const membership = requireMembership(context, organisation);
  const { organisationId } = membership;
  authorize(context, "import.read", { organisationId });
  return transaction(context, async (tx) => {
    const found = await findPlanImport(tx, organisationId, id);
    const isMoving = found.state === "reading" || found.state === "applying";
    const [plan = null] =
      found.planId === null
        ? []
        : await tx
            .select({ code: plans.code, name: plans.name, isDraft: plans.isDraft })
            .from(plans)
            .where(eq(plans.id, found.planId));
    return {
      membership,
      mayImport: can(context.actor, "plan.import", { organisationId }),
      import: found,
      isInterrupted: isMoving && now.getTime() - found.movedAt.getTime() > longestSilenceMs,
      plan,
      preview:
        found.state === "ready" && found.result?.definition.count === 0
          ? await previewOf(tx, membership, found.id)
          : null,
    };
  });
}

async function previewOf(
  tx: Transaction,
  owner: { slug: string; organisationId: string },
  importId: string,
) {
  const definition = await readPlanDefinition(tx, owner, await keptRows(tx, importId));
  const { facts, plan, newest, content, refusals, organisationNames } = definition;
  // Somebody adopted the plan since, or took its code.
  if (!facts || !content) return { refusals };
  const before = newest?.content ?? { nodes: [], indicators: [] };
  const changes = diffPlans(before, content);
  const count = (kind: string) => content.nodes.filter((node) => node.kind === kind).length;
  return {
    refusals: null,
    facts,
    isNew: plan === null,
    baseVersion: newest?.version ?? 0,
    counts: {
      goal: count("goal"),
      policy: count("policy"),
      project: count("project"),
      indicator: content.indicators.length,
    },
    figures: plan && (await standingFigures(tx, importId, plan.id)),
    organisationNames,
    groups: changeList(content, changes),
    ...changeContext(before, content, changes),
  };
}

/** How past figures stand to those that are there: new ones, others, the same. */
async function standingFigures(tx: Transaction, importId: string, planId: string) {
  const [found] = await tx.execute<{ added: number; changed: number; same: number }>(sql`
    select count(*) filter (where v.id is null)::int as added,
      count(*) filter (where v.id is not null and not same)::int as changed,
      count(*) filter (where same)::int as same
    from import_figures f
    left join indicators x on x.plan_id = ${planId} and x.code = f.indicator
    left join organisations o on o.slug = f.organisation
    left join lateral (select v.* from observation_versions v
      where v.indicator_id = x.id and v.fy = f.fy and v.organisation_id = o.id
        and v.period = f.period and v.state = 'accepted'
      order by v.version desc limit 1) v on true
    cross join lateral (select v.id is not null and
      (v.quality, v.value, v.numerator, v.denominator, v.words, v.reached, v.note)
      is not distinct from
      (f.quality, f.value, f.numerator, f.denominator, f.words, f.reached, f.note) as same) held
    where f.import_id = ${importId}`);
  return found ?? { added: 0, changed: 0, same: 0 };
}
