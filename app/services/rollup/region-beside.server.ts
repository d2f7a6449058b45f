import { and, eq, getTableColumns, sql } from "drizzle-orm";
import type { Due, MilestoneState } from "#app/domain/progress/milestone.ts";
import type { EvaluationRow } from "#app/domain/rollup/compute.ts";
import type { Transaction } from "#db/client.server.ts";
import { evaluations, indicators } from "#db/schema/index.ts";
import { evaluatePast } from "../evaluation/evaluate.server.ts";
import type { listEditions } from "./list-editions.server.ts";
import type { Rollup } from "./read.server.ts";

type PublishedEdition = Awaited<ReturnType<typeof listEditions>>[number];
type Milestone = Due & { nodeId: string; state: MilestoneState };

/** What a year's figures are held against: the edition of a meeting, or the year before. */
export type Earlier = {
  fy: number;
  /** Null where they are figures that were never published. */
  edition: number | null;
  evaluations: ReadonlyMap<string, EvaluationRow>;
};

type Row = {
  /** The editions of the year, the newest first. */
  editions: (Omit<PublishedEdition, "publishedAt"> & { publishedAt: string })[];
  /** Of all years, as they stand; none for people who are not members. */
  milestones: Milestone[];
  published: { fy: number; edition: number; evaluations: EvaluationRow[] } | null;
};

/**
 * What the region page says beside the figures, in one statement: the editions of the year, the
 * milestones, and the figures of the last meeting. Those are of the newest edition of the year, or
 * of the one before where an edition is read, or else of the newest of the year before; to members
 * who read what is not published, of the year before as it stands (a second statement).
 */
export async function readBeside(tx: Transaction, state: Rollup) {
  const { plan, fy, figures, edition } = state;
  const [found] = await tx.execute<Row>(sql`select
    (select coalesce(json_agg(json_build_object('edition', p.edition, 'title', p.title,
        'note', p.note, 'publishedAt', p.created_at) order by p.edition desc), '[]')
      from publications p where p.plan_id = ${plan.id} and p.fy = ${fy}::int) as editions,
    (select coalesce(json_agg(json_build_object('nodeId', m.node_id, 'state', m.state,
        'dueOn', m.due_on, 'dueFy', m.due_fy)), '[]')
      from (select distinct on (v.milestone_id) v.* from milestone_versions v
        join plan_nodes n on n.id = v.node_id
        where n.plan_id = ${plan.id} and v.created_at <= portal.as_of()
        order by v.milestone_id, v.version desc) m) as milestones,
    (select json_build_object('fy', p.fy, 'edition', p.edition,
        'evaluations', p.content -> 'evaluations')
      from publications p where p.plan_id = ${plan.id} and ${figures}::boolean
        and (p.fy = ${fy}::int and p.edition < ${edition?.edition ?? 2 ** 31 - 1}::int
          or p.fy = ${fy - 1}::int and ${edition !== null}::boolean)
      order by p.fy desc, p.edition desc limit 1) as published`);
  if (!found) throw new Error("A statement without FROM answers one row.");
  return {
    editions: found.editions.map((each) => ({ ...each, publishedAt: new Date(each.publishedAt) })),
    /** Null where they are not shown. */
    milestones: figures && edition === null ? found.milestones : null,
    earlier: found.published
      ? { ...found.published, evaluations: byIndicator(found.published.evaluations) }
      : await yearBefore(tx, state),
  };
}

export type Beside = Awaited<ReturnType<typeof readBeside>>;

/** The year before as members see it; null where nothing was judged in it. */
async function yearBefore(
  tx: Transaction,
  { plan, fy, figures, edition, past }: Rollup,
): Promise<Earlier | null> {
  if (!figures || edition !== null || fy <= plan.firstFy) return null;
  const { updatedAt: _, ...columns } = getTableColumns(evaluations);
  const rows = past
    ? await evaluatePast(tx, plan.code, { fy: fy - 1 })
    : await tx
        .select(columns)
        .from(evaluations)
        .innerJoin(indicators, eq(indicators.id, evaluations.indicatorId))
        .where(and(eq(indicators.planId, plan.id), eq(evaluations.fy, fy - 1)));
  if (rows.every(({ mark }) => mark === null)) return null;
  return { fy: fy - 1, edition: null, evaluations: byIndicator(rows) };
}

function byIndicator(rows: readonly EvaluationRow[]): Map<string, EvaluationRow> {
  return new Map(rows.map((row) => [row.indicatorId, row]));
}
