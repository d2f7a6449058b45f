import type { Sql } from "postgres";
import type { TargetCodes } from "#app/services/observation/find-target.server.ts";

export type VersionRow = {
  version: number;
  state: string;
  quality: string;
  value: string | null;
  note: string;
  reason: string | null;
  isDemo: boolean;
  author: string | null;
};

/** All versions of an observation, oldest first, as they stand in the table. */
export async function versionsOf(owner: Sql, codes: TargetCodes): Promise<VersionRow[]> {
  return [
    ...(await owner<VersionRow[]>`
      select v.version, v.state, v.quality, trim_scale(v.value)::text as value, v.note, v.reason,
             v.is_demo as "isDemo", u.name as author
      from observation_versions v
      join indicators i on i.id = v.indicator_id
      join organisations o on o.id = v.organisation_id
      left join users u on u.id = v.author_id
      where i.code = ${codes.indicator} and o.slug = ${codes.organisation} and v.fy = ${codes.fy}
      order by v.version`),
  ];
}

/** How far an observation has come, shortly: `1 draft, 2 submitted`. */
export async function historyOf(owner: Sql, codes: TargetCodes): Promise<string> {
  const versions = await versionsOf(owner, codes);
  return versions.map(({ version, state }) => `${version} ${state}`).join(", ");
}

/** The head of an observation: `2 submitted`, or null where there is none. */
export async function headOf(owner: Sql, codes: TargetCodes): Promise<string | null> {
  const [head] = await owner<{ text: string }[]>`
    select h.version || ' ' || h.state as text from observations h
    join indicators i on i.id = h.indicator_id
    join organisations o on o.id = h.organisation_id
    where i.code = ${codes.indicator} and o.slug = ${codes.organisation} and h.fy = ${codes.fy}`;
  return head?.text ?? null;
}

export type EvaluationFacts = {
  actual: string | null;
  expected: string | null;
  rate: string | null;
  mark: string | null;
  unjudged: string | null;
  reported: number;
  expectedReporters: number;
  missing: string[];
};

/** The kept evaluation of an indicator and year. */
export async function evaluationOf(
  owner: Sql,
  indicator: string,
  fy = 2023,
): Promise<EvaluationFacts> {
  const [row] = await owner<EvaluationFacts[]>`
    select trim_scale(e.actual)::text as actual, trim_scale(e.expected)::text as expected,
           trim_scale(e.rate)::text as rate, e.mark, e.unjudged, e.reported,
           e.expected_reporters as "expectedReporters", e.missing
    from evaluations e join indicators i on i.id = e.indicator_id
    where i.code = ${indicator} and e.fy = ${fy}`;
  if (!row) throw new RangeError(`No evaluation of ${indicator} in ${fy}`);
  return row;
}

export type AuditRow = {
  action: string;
  actorId: string | null;
  organisation: string | null;
  subject: string;
  detail: Record<string, unknown>;
  requestId: string | null;
};

/** The audit events so far, oldest first. */
export async function auditOf(owner: Sql, subject?: string): Promise<AuditRow[]> {
  return [
    ...(await owner<AuditRow[]>`
      select a.action, a.actor_id as "actorId", o.slug as organisation, a.subject, a.detail,
             a.request_id as "requestId"
      from audit_events a left join organisations o on o.id = a.organisation_id
      where ${subject ?? null}::text is null or a.subject = ${subject ?? null}
      order by a.id`),
  ];
}
