import { eq } from "drizzle-orm";
import type { PackChange, PackChanges } from "#app/domain/pack/content.ts";
import { changesBetween } from "#app/domain/rollup/changes.ts";
import { groupByGoal, ofShown } from "#app/domain/rollup/changes-listed.ts";
import { publications } from "#db/schema/index.ts";
import { type ServiceContext, transaction } from "../context.server.ts";
import { compareTimes } from "../rollup/compare-times.server.ts";
import type { Rollup } from "../rollup/read.server.ts";

/**
 * What moved since the edition before: of the same year, with why; where there is none, since the year
 * before's newest edition of then, in which another figure is no news and only marks are held against
 * each other. `pts` are the goals of the pack.
 */
export async function readPackChanges(
  context: ServiceContext,
  rollup: Rollup,
  pts: readonly string[],
): Promise<PackChanges> {
  const edition = rollup.edition?.edition ?? 1;
  if (edition > 1) return sinceEdition(context, rollup, pts, edition - 1);
  const earlier = rollup.plan.editions.findLast(({ fy }) => fy < rollup.fy);
  const { rubric } = rollup.plan;
  if (!earlier) return { against: null, marks: { before: rubric, after: rubric }, groups: [] };
  return sinceYear(context, rollup, pts, earlier);
}

async function sinceEdition(
  context: ServiceContext,
  { fy, plan }: Rollup,
  pts: readonly string[],
  before: number,
): Promise<PackChanges> {
  const of = (edition: number) => ({ kind: "edition", edition }) as const;
  const times = { from: of(before), to: of(before + 1) };
  const { comparison } = await compareTimes(context, plan.code, fy, times);
  if (!comparison) throw new RangeError("Two editions of a year can be compared");
  return {
    against: { fy, edition: before },
    marks: comparison.marks,
    groups: comparison.groups
      .filter(({ goal }) => goal === null || pts.includes(goal.code))
      .map(({ goal, projects, indicators }) => ({
        goal: goal?.name ?? plan.name,
        projects,
        indicators: indicators.map(({ indicator, kind, before: was, after, why }): PackChange => {
          const answers = why.answers.map((answer) => ({ ...answer, acceptedBy: null }));
          return { indicator, kind, before: was, after, why: { ...why, answers } };
        }),
      })),
  };
}

/**
 * Other years have other figures, and what is not reported yet was not taken back: what counts is
 * whether a KPI stands better or worse than then, or has a mark at last.
 */
const betweenYears: readonly string[] = ["better", "worse", "first"];

async function sinceYear(
  context: ServiceContext,
  rollup: Rollup,
  pts: readonly string[],
  { id, fy, edition }: { id: string; fy: number; edition: number },
): Promise<PackChanges> {
  const [earlier] = await transaction(context, (tx) =>
    tx.select({ content: publications.content }).from(publications).where(eq(publications.id, id)),
  );
  const { rubric } = rollup.plan;
  const then = new Map(earlier?.content.evaluations.map((row) => [row.indicatorId, row]) ?? []);
  const changes = changesBetween(
    ofShown(rollup, then),
    ofShown(rollup, rollup.evaluations),
    rubric,
  );
  const found = changes.flatMap(({ indicatorId, kind, before, after }) => {
    const indicator = rollup.indicators.find((each) => each.id === indicatorId);
    if (!indicator || !betweenYears.includes(kind)) return [];
    const { code, name, unit, valueKind, places, homeNodeId } = indicator;
    const why = { answers: [], judgements: [], definition: [] };
    const change = { indicator: { code, name, unit, valueKind, places }, kind, before, after, why };
    return { nodeId: homeNodeId, change };
  });
  return {
    against: { fy, edition },
    marks: { before: earlier?.content.rubric ?? rubric, after: rubric },
    groups: groupByGoal(rollup, found).flatMap(({ goalId, things }) => {
      const goal = rollup.nodes.find((node) => node.id === goalId);
      if (!goal || !pts.includes(goal.code)) return [];
      return { goal: goal.name, projects: [], indicators: things.map(({ change }) => change) };
    }),
  };
}
