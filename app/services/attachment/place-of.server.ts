import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { AttachmentPlace } from "#app/domain/attachment/place.ts";

/** What the attachment of an id stands behind; null for who may not see it. */
export function placeOf(attachmentId: SQLWrapper): SQL<AttachmentPlace | null> {
  return sql<AttachmentPlace | null>`(
    select case
      when a.update_id is not null then (
        select json_build_object('on', 'update', 'plan', p.code, 'project', n.code)
        from project_updates u join plan_nodes n on n.id = u.node_id
        join plans p on p.id = n.plan_id where u.id = a.update_id)
      when a.milestone_version_id is not null then (
        select json_build_object('on', 'milestone', 'plan', p.code, 'project', n.code,
          'milestone', v.milestone_id)
        from milestone_versions v join plan_nodes n on n.id = v.node_id
        join plans p on p.id = n.plan_id where v.id = a.milestone_version_id)
      when a.observation_id is not null then (
        select json_build_object('on', 'observation', 'plan', p.code, 'indicator', i.code,
          'organisation', o.slug, 'fy', v.fy, 'period', v.period)
        from observation_versions v join indicators i on i.id = v.indicator_id
        join plans p on p.id = i.plan_id join organisations o on o.id = v.organisation_id
        where v.observation_id = a.observation_id limit 1)
      when a.round_id is not null then (
        select json_build_object('on', 'round', 'plan', p.code, 'round', r.number)
        from reporting_rounds r join plans p on p.id = r.plan_id where r.id = a.round_id)
      else (select json_build_object('on', 'practice', 'plan', p.code, 'practice', c.id)
        from practices c join plans p on p.id = c.plan_id where c.id = a.practice_id) end
    from attachments a where a.id = ${attachmentId})`;
}
