import { and, eq } from "drizzle-orm";
import { fiscalYearOf, yearRange } from "#app/domain/fiscal-year/fiscal-year.ts";
import type { PackContent } from "#app/domain/pack/content.ts";
import { packGroups } from "#app/domain/pack/kpis.ts";
import type { PackChoice } from "#app/domain/pack/pack.ts";
import { evaluationSheet } from "#app/domain/sheet/build.ts";
import type { Transaction } from "#db/client.server.ts";
import { organisations, publications } from "#db/schema/index.ts";
import { authorize, type ServiceContext, transaction } from "../context.server.ts";
import { type Rollup, readState, rollUp } from "../rollup/read.server.ts";
import { ServiceError } from "../service-error.ts";
import { readDetails } from "../sheet/read.server.ts";
import { readPackChanges } from "./read-changes.server.ts";
import { readPackRevisions } from "./read-revisions.server.ts";

/** Of what edition a pack is, and what it holds of it. */
export type PackOf = PackChoice & { fy: number; edition: number };

/**
 * Everything that stands in a pack, read as of its edition: the same roll-up, sheets and changes as
 * the pages, so that the same edition gives the same pack whenever it is made. Throws `forbidden`,
 * `not_found`.
 */
export async function readPackContent(
  context: ServiceContext,
  planCode: string,
  { fy, edition, ...choice }: PackOf,
): Promise<PackContent> {
  authorize(context, "pack.read");
  const then: ServiceContext = { ...context, asOf: { kind: "edition", edition } };
  const read = await transaction(then, async (tx) => {
    const rollup = await rollUp(tx, await readState(tx, then, planCode, fy));
    const published = await readEdition(tx, rollup);
    const { plan } = rollup;
    const chosen = rollup.nodes.filter(
      ({ kind, code }) => kind === "goal" && choice.pts.includes(code),
    );
    const details = await readDetails(tx, rollup, chosen, false);
    const seen = new Set<string>();
    const goals = chosen.map((goal) => {
      const own = published.content.narratives.filter(({ nodeId }) => nodeId === goal.id);
      const narratives = Object.fromEntries(own.map(({ part, text }) => [part, text]));
      const years = yearRange(plan.firstFy, plan.lastFy);
      return {
        sheet: evaluationSheet(rollup, goal, { ...details, narratives }, years),
        summary: rollup.byNode.get(goal.id) ?? rollup.total,
        groups: packGroups(rollup, goal, details, seen),
      };
    });
    const isWhole = chosen.length === rollup.nodes.filter(({ kind }) => kind === "goal").length;
    const { content: _, ...named } = published;
    return {
      rollup,
      published: named,
      goals,
      total: isWhole ? rollup.total : null,
      revisions: await readPackRevisions(tx, rollup, published.publishedAt),
      maker: await nameOf(tx, plan.ownerId),
    };
  });
  const { rollup, published, goals } = read;
  const { code, name, firstFy, lastFy, levelNames, ownerKind, rubric } = rollup.plan;
  return {
    choice,
    plan: { code, name, firstFy, lastFy, levelNames, ownerKind },
    rubric,
    fy,
    thisFy: fiscalYearOf(published.publishedAt),
    edition: published,
    maker: read.maker,
    total: read.total,
    goals,
    organisationNames: rollup.organisationNames,
    changes: await readPackChanges(context, rollup, choice.pts),
    revisions: read.revisions,
    isDemo: goals.some(({ summary, sheet }) => summary.isDemo || sheet.isDemo),
  };
}

async function readEdition(tx: Transaction, { plan, edition }: Rollup) {
  const [found] = await tx
    .select({
      edition: publications.edition,
      title: publications.title,
      note: publications.note,
      publishedAt: publications.createdAt,
      content: publications.content,
    })
    .from(publications)
    .where(and(eq(publications.planId, plan.id), eq(publications.id, edition?.id ?? plan.id)));
  if (!found) throw new ServiceError("not_found");
  return found;
}

async function nameOf(tx: Transaction, organisationId: string): Promise<string> {
  const [found] = await tx
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, organisationId));
  return found?.name ?? "";
}
