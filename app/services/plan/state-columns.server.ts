import { sql } from "drizzle-orm";
import type { OrganisationKind } from "#app/domain/indicator/definition.ts";
import type { PlanVersion } from "#app/domain/plan/revision.ts";
import type { PrintedCounts } from "#app/domain/rollup/summary.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";

// What a statement on `plans` may read of a plan beside its own columns, as scalar subqueries.
// Written out: in a statement on one table drizzle renders ${plans.id} as a bare "id", which inside
// these subqueries is somebody else's.

/** The year that a plan's organisations were last asked for. */
const askedFy = sql<number | null>`(select max(r.fy) from reporting_rounds r
  where r.plan_id = plans.id and r.state <> 'preparing')`;

/** Moves with every recomputation of the plan's evaluations; null for people who may not see them. */
const figuresVersion = sql<
  number | null
>`(select f.version from plan_figures f where f.plan_id = plans.id)`;

/** The rubric in force. */
export const rubricInForce = sql<Rubric>`(select r.content from rubrics r
  where r.plan_id = plans.id order by r.version desc limit 1)`;

/** Whose plan it is: a joint one of the council, or a city's own. */
const ownerKind = sql<OrganisationKind>`(select o.kind from organisations o where o.id = plans.owner_id)`;

/** The newest edition of each published year. */
const editionsInForce = sql<Edition[]>`(
  select coalesce(json_agg(e.edition order by e.fy), '[]') from (
    select distinct on (p.fy) p.fy, json_build_object('id', p.id, 'fy', p.fy,
      'edition', p.edition, 'title', p.title, 'note', p.note) as edition
    from publications p where p.plan_id = plans.id order by p.fy, p.edition desc) e)`;

/** The versions of the definition, the oldest first. */
const versions = sql<PlanVersion[]>`(
  select coalesce(json_agg(json_build_object('version', v.version, 'kind', v.kind,
    'title', v.title, 'firstFy', v.first_fy, 'effectiveOn', v.effective_on,
    'revisionId', v.revision_id)
    order by v.version), '[]')
  from plan_versions v where v.plan_id = plans.id)`;

/**
 * Tells one state of a plan's definition from another. With the moment of the newest version, so
 * that one that was taken back is not mistaken for the next of its number.
 */
const definition = sql<string>`(select concat_ws('.', plans.definition_version, max(v.version),
    extract(epoch from max(v.created_at)))
  from plan_versions v where v.plan_id = plans.id)`;

/** Short names by slug, in the order of tables. */
const organisationNames = sql<
  Record<string, string>
>`(select json_object_agg(o.slug, o.short_name order by o.position) from organisations o)`;

const organisationIds = sql<
  Record<string, string>
>`(select json_object_agg(o.slug, o.id) from organisations o)`;

export type VersionNotes = Record<string, Record<string, string>>;

/** What the versions of a plan say of single changes, by version and code. */
const versionNotes = sql<VersionNotes | null>`(
  select json_object_agg(v.version, v.notes) from plan_versions v
  where v.plan_id = plans.id and v.notes <> '{}')`;

export type Printed = Record<string, (PrintedCounts & { fy: number })[]>;

/** Counts that documents print for nodes, by node. */
const printed = sql<Printed | null>`(
  select json_object_agg(s.node_id, s.counts) from (
    select s.node_id, json_agg(json_build_object('fy', s.fy, 'indicators', s.indicators,
      'marks', s.marks, 'outlooks', s.outlooks)) as counts
    from published_summaries s join plan_nodes n on n.id = s.node_id
    where n.plan_id = plans.id group by s.node_id) s)`;

/** What was published of a plan for a year. */
export type Edition = { id: string; fy: number; edition: number; title: string; note: string };

/** All that is read of a plan's state together with its row. */
export const planState = {
  askedFy,
  figuresVersion,
  rubric: rubricInForce,
  ownerKind,
  editions: editionsInForce,
  definition,
};

/** What changes with the definition only. */
export const definitionFacts = {
  organisationNames,
  organisationIds,
  versionNotes,
  printed,
  versions,
};
