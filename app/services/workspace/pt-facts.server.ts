import { inArray, sql } from "drizzle-orm";
import type { NarrativePart } from "#app/domain/indicator/definition.ts";
import type { ObservationState } from "#app/domain/observation/states.ts";
import type { Transaction } from "#db/client.server.ts";
import { ServiceError } from "../service-error.ts";
import type { PtScope } from "./pt-scope.server.ts";

export type PtContact = {
  department: string;
  person: string;
  phone: string;
  email: string;
  note: string;
  isDemo: boolean;
};

/** An organisation of a PT, with who is to be asked there. */
export type PtMember = {
  id: string;
  slug: string;
  shortName: string;
  role: "lead" | "partner" | "economic_partner";
  contact: PtContact | null;
};

export type PtNarrative = { part: NarrativePart; text: string; organisation: string; at: string };

export type PtRound = {
  id: string;
  number: number;
  fy: number;
  /** For the reader's organisation. */
  dueOn: string;
  /** For those who were not given longer, and by their ids for those who were. */
  commonDueOn: string;
  extended: Record<string, string>;
  /** Somebody is asked for something of the PT. */
  asksPt: boolean;
  questions: {
    indicatorId: string;
    period: number;
    state: ObservationState | null;
    /** Why the answer was returned, or sent back inside the organisation. */
    reason: string | null;
  }[];
};

type Facts = {
  people: PtMember[];
  leaders: { office: string; organisation: string }[];
  /** Open ones, the newest first, with what they ask the reader's organisation for of the PT. */
  rounds: PtRound[];
  purposes: Record<string, string | null> | null;
  narratives: PtNarrative[];
  /** Until when the reader has looked through the changes; null before the first time. */
  seenAt: string | null;
  /** Submitted figures of the PT that its lead has not judged. */
  waitingForReview: number;
  /** The database's moment of this reading. */
  readAt: string;
};

const contact = sql`(
  select json_build_object('department', c.department, 'person', c.person, 'phone', c.phone,
    'email', c.email, 'note', c.note, 'isDemo', c.is_demo)
  from pt_contacts c where c.node_id = g.id and c.organisation_id = o.id
  order by c.version desc limit 1)`;

/** The open rounds of a PT's plan, and what of the PT's indicators they ask an organisation for. */
const openRounds = (indicatorIds: readonly string[], organisationId: string) => sql`(
  select coalesce(json_agg(json_build_object('id', r.id, 'number', r.number, 'fy', r.fy,
    'commonDueOn', r.due_on,
    'extended', (select coalesce(json_object_agg(e.organisation_id, e.due_on), '{}') from (
      select x.organisation_id, greatest(max(x.due_on), r.due_on) as due_on
      from round_extensions x where x.round_id = r.id group by x.organisation_id) e),
    'asksPt', exists (select from round_questions q where q.round_id = r.id
      and ${inArray(sql`q.indicator_id`, [...indicatorIds])}),
    'questions', (select coalesce(json_agg(json_build_object('indicatorId', q.indicator_id,
        'period', q.period, 'state', b.state, 'reason', (select v.reason from observation_versions v
          where v.observation_id = b.id and v.version = b.version and v.state in ('returned', 'draft')))
        order by i.position, q.period), '[]')
      from round_questions q join indicators i on i.id = q.indicator_id
      left join observations b on b.indicator_id = q.indicator_id and b.fy = r.fy
        and b.organisation_id = q.organisation_id and b.period = q.period
      where q.round_id = r.id and q.organisation_id = ${organisationId}
        and ${inArray(sql`q.indicator_id`, [...indicatorIds])}))
    order by r.fy desc, r.number desc), '[]')
  from reporting_rounds r where r.plan_id = g.plan_id and r.state = 'open')`;

/** What is kept of a PT itself: one row, one statement, whatever there is of each. */
export async function readPtFacts(
  tx: Transaction,
  { goal, projects, nodeIds, indicatorIds }: PtScope,
  reader: { userId: string; organisationId: string; fy: number },
): Promise<Facts> {
  const projectIds = projects.map(({ id }) => id);
  const [facts] = await tx.execute<
    Omit<Facts, "rounds"> & { rounds: Omit<PtRound, "dueOn">[] }
  >(sql`
    select
      (select coalesce(json_agg(json_build_object('id', o.id, 'slug', o.slug,
          'shortName', o.short_name, 'role', x.role, 'contact', ${contact}) order by x.position), '[]')
        from node_organisations x join organisations o on o.id = x.organisation_id
        where x.node_id = g.id) as people,
      (select coalesce(json_agg(json_build_object('office', l.office,
          'organisation', o.short_name) order by l.position), '[]')
        from node_leaders l join organisations o on o.id = l.organisation_id
        where l.node_id = g.id) as leaders,
      ${openRounds(indicatorIds, reader.organisationId)} as rounds,
      (select json_object_agg(p.node_id, p.purpose) from projects p
        where ${inArray(sql`p.node_id`, projectIds)}) as purposes,
      (select coalesce(json_agg(json_build_object('part', t.part, 'text', t.text,
          'organisation', o.short_name, 'at', t.created_at)), '[]')
        from (select distinct on (n.part) n.* from narratives n
          where n.node_id = g.id and n.fy = ${reader.fy}::int
          order by n.part, n.version desc) t
        join organisations o on o.id = t.author_organisation_id
        where t.text <> '') as narratives,
      (select v.seen_at::text from workspace_visits v
        where v.node_id = g.id and v.user_id = ${reader.userId}
          and v.organisation_id = ${reader.organisationId}) as "seenAt",
      (select count(*)::int from observations b join indicators i on i.id = b.indicator_id
        where b.state = 'submitted' and ${inArray(sql`i.home_node_id`, nodeIds)})
        as "waitingForReview",
      to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "readAt"
    from plan_nodes g where g.id = ${goal.id}`);
  if (!facts) throw new ServiceError("not_found");
  return {
    ...facts,
    rounds: facts.rounds.map((round) => ({
      ...round,
      dueOn: round.extended[reader.organisationId] ?? round.commonDueOn,
    })),
  };
}
