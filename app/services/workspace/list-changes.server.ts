import { inArray, sql } from "drizzle-orm";
import type { ObservationState } from "#app/domain/observation/states.ts";
import type { VersionKind } from "#app/domain/plan/revision.ts";
import type { MilestoneState, MilestoneStep } from "#app/domain/progress/milestone.ts";
import type { ProgressStatus, UpdateScope } from "#app/domain/progress/status.ts";
import type { Transaction } from "#db/client.server.ts";
import { type AddressedThread, commentSubject } from "./addressed-threads.server.ts";
import type { PtScope } from "./pt-scope.server.ts";

/** So many changes stand in a workspace; the rest is a number. */
export const changesAtMost = 30;

/** So far back the changes go for somebody who has never looked through them. */
const firstLookDays = 30;

/** The moment after which changes are new to a reader, as the database understands it. */
export function changesSince(seenAt: string | null, now: Date): string {
  return seenAt ?? new Date(now.getTime() - firstLookDays * 86_400_000).toISOString();
}

type Details = {
  figure: {
    code: string;
    name: string;
    slug: string;
    organisation: string;
    fy: number;
    period: number;
    state: ObservationState;
  };
  update: { code: string; name: string; scope: UpdateScope; status: ProgressStatus };
  milestone: {
    code: string;
    milestone: string;
    name: string;
    step: "save" | MilestoneStep;
    state: MilestoneState;
  };
  comment: { id: string; subject: AddressedThread["subject"]; name: string; answer: boolean };
  plan: { title: string; kind: VersionKind };
};

/** What somebody else did in a PT. */
export type Change = {
  [Kind in keyof Details]: { kind: Kind; detail: Details[Kind] };
}[keyof Details] & { at: string; by: string | null; organisation: string | null; isDemo: boolean };

/**
 * What others did in a PT after a moment, newest first, and how much of it there is: figures as far
 * as the reader sees them, status updates, milestones, comments, and what people changed
 * in the plan. One statement.
 */
export async function listChanges(
  tx: Transaction,
  { nodeIds, indicatorIds }: PtScope,
  since: { after: string; readerId: string; planId: string },
): Promise<{ rows: Change[]; all: number }> {
  const onNodes = inArray(sql`x.node_id`, nodeIds);
  const onIndicators = inArray(sql`x.indicator_id`, indicatorIds);
  const rows = await tx.execute<Change & { all: number }>(sql`
    with changes (kind, at, author_id, organisation_id, is_demo, detail) as (
      select 'figure', x.created_at, x.author_id, x.author_organisation_id, x.is_demo,
        json_build_object('code', i.code, 'name', i.name, 'slug', o.slug, 'organisation',
          o.short_name, 'fy', x.fy, 'period', x.period, 'state', x.state)
      from observation_versions x join indicators i on i.id = x.indicator_id
      join organisations o on o.id = x.organisation_id
      where x.state not in ('draft', 'proposed') and ${onIndicators}
      union all
      select 'update', x.created_at, x.author_id, x.organisation_id, x.is_demo,
        json_build_object('code', n.code, 'name', n.name, 'scope', x.scope, 'status', x.status)
      from project_updates x join plan_nodes n on n.id = x.node_id where ${onNodes}
      union all
      select 'milestone', x.created_at, x.author_id, x.author_organisation_id, m.is_demo,
        json_build_object('code', n.code, 'milestone', x.milestone_id, 'name', x.name,
          'step', x.step, 'state', x.state)
      from milestone_versions x join milestones m on m.id = x.milestone_id
      join plan_nodes n on n.id = x.node_id where ${onNodes}
      union all
      select 'comment', c.created_at, c.author_id, c.author_organisation_id, c.is_demo,
        json_build_object('id', c.id, 'subject', ${commentSubject},
          'name', coalesce(n.name, i.name), 'answer', c.parent_id is not null)
      from comments c
      left join plan_nodes n on n.id = c.node_id
      left join indicators i on i.id = c.indicator_id
      left join organisations r on r.id = c.reporter_id
      where c.body <> '' and (${inArray(sql`c.node_id`, nodeIds)}
        or ${inArray(sql`c.indicator_id`, indicatorIds)})
      union all
      select 'plan', x.created_at, x.author_id, x.author_organisation_id, false,
        json_build_object('title', x.title, 'kind', x.kind)
      from plan_versions x where x.plan_id = ${since.planId} and x.author_id is not null
    )
    select c.kind, c.at, u.name as by, o.short_name as organisation, c.is_demo as "isDemo",
      c.detail, count(*) over ()::int as all
    from changes c
    left join users u on u.id = c.author_id
    left join organisations o on o.id = c.organisation_id
    where c.at > ${since.after}::timestamptz
      and c.author_id is distinct from ${since.readerId}::uuid
    order by c.at desc limit ${changesAtMost}`);
  return { rows: [...rows], all: rows[0]?.all ?? 0 };
}
