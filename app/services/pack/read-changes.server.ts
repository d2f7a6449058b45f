import { eq } from "drizzle-orm";
import { displayFigure } from "#app/domain/figure/display.ts";
import type { PackChange, PackChanges, PackSeen } from "#app/domain/pack/content.ts";
import { goalAbove } from "#app/domain/plan/goal-above.ts";
import { changesBetween } from "#app/domain/rollup/changes.ts";
import { ofShown } from "#app/domain/rollup/changes-listed.ts";
import type { EvaluationView } from "#app/domain/rollup/row.ts";
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
  if (edition > 1) return sinceEdition(context, rollup, pts, edition);
  const before = rollup.plan.editions.findLast(({ fy }) => fy < rollup.fy);
  if (!before) return { against: null, rows: [], reopened: [] };
  return { against: before, rows: await sinceYear(context, rollup, pts, before.id), reopened: [] };
}

async function sinceEdition(
  context: ServiceContext,
  { fy, plan }: Rollup,
  pts: readonly string[],
  edition: number,
): Promise<PackChanges> {
  const of = (number: number) => ({ kind: "edition", edition: number }) as const;
  const times = { from: of(edition - 1), to: of(edition) };
  const { comparison } = await compareTimes(context, plan.code, fy, times);
  const groups = (comparison?.groups ?? []).filter(
    ({ goal }) => goal === null || pts.includes(goal.code),
  );
  return {
    against: { fy, edition: edition - 1 },
    reopened: comparison?.reopened.map(({ reason }) => reason) ?? [],
    rows: groups.flatMap(({ goal, indicators }) =>
      indicators.map(({ indicator, kind, before, after, why }): PackChange => {
        const { code, name, unit } = indicator;
        return {
          ...{ code, name, unit, kind, goal: goal?.name ?? "" },
          before: seenOf(before, indicator),
          after: seenOf(after, indicator),
          answers: why.answers.map((answer) => ({
            organisation: answer.shortName,
            before: answer.before,
            after: answer,
            note: answer.note,
          })),
          judgements: why.judgements.map(({ reason }) => reason),
          isRedefined: why.definition.length > 0,
        };
      }),
    ),
  };
}

/** Other years have other figures: what counts is whether a KPI stands better or worse than then. */
const betweenYears: readonly string[] = ["better", "worse", "first", "withdrawn"];

async function sinceYear(
  context: ServiceContext,
  rollup: Rollup,
  pts: readonly string[],
  editionId: string,
): Promise<PackChange[]> {
  const [earlier] = await transaction(context, (tx) =>
    tx
      .select({ content: publications.content })
      .from(publications)
      .where(eq(publications.id, editionId)),
  );
  const then = new Map(earlier?.content.evaluations.map((row) => [row.indicatorId, row]) ?? []);
  const changes = changesBetween(
    ofShown(rollup, then),
    ofShown(rollup, rollup.evaluations),
    rollup.plan.rubric,
  );
  const nodes = new Map(rollup.nodes.map((node) => [node.id, node]));
  return changes.flatMap(({ indicatorId, kind, before, after }) => {
    const indicator = rollup.indicators.find(({ id }) => id === indicatorId);
    const goal = goalAbove(nodes.get(indicator?.homeNodeId ?? ""), ({ parentId }) =>
      nodes.get(parentId ?? ""),
    );
    if (!indicator || !goal || !pts.includes(goal.code) || !betweenYears.includes(kind)) return [];
    const { code, name, unit } = indicator;
    return {
      ...{ code, name, unit, kind, goal: goal.name },
      before: seenOf(before, indicator),
      after: seenOf(after, indicator),
      ...{ answers: [], judgements: [], isRedefined: false },
    };
  });
}

function seenOf(
  evaluation: EvaluationView | null,
  indicator: Parameters<typeof displayFigure>[1],
): PackSeen | null {
  if (!evaluation) return null;
  const { actual, actualText, mark, unjudged } = evaluation;
  return { actual: displayFigure(actual, indicator), actualText, mark, unjudged };
}
