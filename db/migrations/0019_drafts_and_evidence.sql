-- What is not public yet is hidden in every table and in every count: the definition of a plan that is
-- being drawn up, the names of files that were taken back before others could see them, and that there
-- is a hidden entry at all that holds some pairs of characters.

-- The plans that the actor may not see. Few at any time, and none for members: so that a policy
-- compares with a short list, once a statement.
CREATE FUNCTION portal.hidden_plans() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$ SELECT coalesce(array_agg(id), '{}') FROM plans WHERE is_draft AND NOT portal.is_member() $$;
--> statement-breakpoint
CREATE FUNCTION portal.hidden_nodes() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT coalesce(array_agg(id), '{}') FROM plan_nodes WHERE plan_id = ANY (portal.hidden_plans())
$$;
--> statement-breakpoint
CREATE FUNCTION portal.hidden_indicators() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT coalesce(array_agg(id), '{}') FROM indicators WHERE plan_id = ANY (portal.hidden_plans())
$$;
--> statement-breakpoint

-- Whether the actor sees a file that stands: as the policy on `attachments` says it, for the index over
-- pairs.
CREATE FUNCTION portal.sees_attachment(attachment uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT portal.is_member() AND EXISTS (
    SELECT FROM attachments a WHERE a.id = attachment AND a.withdrawn_at IS NULL AND (
      a.organisation_id = ANY (portal.actor_organisations('{viewer,editor,approver,admin}'))
      OR num_nonnulls(a.update_id, a.milestone_version_id) = 1
      OR portal.sees_practice(a.practice_id)
      OR EXISTS (SELECT FROM observation_versions v
        WHERE v.observation_id = a.observation_id AND v.version >= a.observation_version
          AND (v.state = 'accepted' OR (v.state <> 'draft' AND (portal.is_secretariat()
            OR v.indicator_id = ANY (portal.led_indicators('{viewer,editor,approver,admin}'))))))))
$$;
--> statement-breakpoint
-- The number of the candidates says something too, so that hidden entries are none.
CREATE OR REPLACE FUNCTION portal.search_candidates(wanted text[]) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT coalesce(array_agg(id), '{}') FROM search_entries
  WHERE pairs @> wanted AND plan_id <> ALL ((SELECT portal.hidden_plans())::uuid[]) AND CASE kind
    WHEN 'update' THEN (SELECT portal.is_member())
    WHEN 'practice' THEN portal.sees_practice(subject_id)
    WHEN 'attachment' THEN portal.sees_attachment(subject_id)
    ELSE true END
$$;
--> statement-breakpoint

-- What of a node nothing is graded by: its texts, themes and activities.
CREATE FUNCTION portal.without_texts(node jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS
$$
  SELECT (((node #- '{project,purpose}') #- '{project,overviewText}') #- '{project,bureau}')
    - '{activities,themes}'::text[]
$$;
--> statement-breakpoint
-- What a lead may change by itself: nothing by which anything is graded, only in its own PT, and
-- nothing of what is closed. Nobody comes to lead or to take part by an edit.
CREATE OR REPLACE FUNCTION portal.check_plan_edit(new_version plan_versions, before plan_versions)
RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
DECLARE
  kept uuid[] := portal.judged_nodes('{editor,approver,admin}', '{editor,approver,admin}');
  last_year int := (SELECT last_fy FROM plans WHERE id = new_version.plan_id);
BEGIN
  IF new_version.first_fy <> before.first_fy
     OR new_version.content -> 'indicators' IS DISTINCT FROM before.content -> 'indicators' THEN
    RAISE EXCEPTION 'an edit leaves what is graded alone' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (
    SELECT FROM jsonb_array_elements(before.content -> 'nodes') o
    LEFT JOIN jsonb_array_elements(new_version.content -> 'nodes') n ON n ->> 'code' = o ->> 'code'
    WHERE n IS DISTINCT FROM o AND (n IS NULL OR o ->> 'closedReason' IS NOT NULL
      OR portal.without_texts(n) IS DISTINCT FROM portal.without_texts(o)
      OR NOT (o ->> 'id')::uuid = ANY (kept))) THEN
    RAISE EXCEPTION 'an edit changes texts of its own projects only' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (
    SELECT FROM jsonb_array_elements(new_version.content -> 'nodes') n
    LEFT JOIN jsonb_array_elements(before.content -> 'nodes') o ON n ->> 'code' = o ->> 'code'
    LEFT JOIN plan_nodes parent ON parent.plan_id = new_version.plan_id
      AND parent.code = n ->> 'parent' AND parent.kind = 'policy'
    WHERE o IS NULL AND (n ->> 'kind' <> 'project' OR n ->> 'repostOf' IS NOT NULL
      OR parent.id IS NULL OR NOT parent.id = ANY (kept)
      OR n -> 'organisations' <> '[]' OR n -> 'leaders' <> '[]'
      OR (n #>> '{project,lastFy}')::int > last_year
      OR EXISTS (SELECT FROM plan_nodes known WHERE known.id = (n ->> 'id')::uuid))) THEN
    RAISE EXCEPTION 'a new project stands under a policy of its own' USING ERRCODE = 'check_violation';
  END IF;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION portal.hidden_plans(), portal.hidden_nodes(), portal.hidden_indicators(),
  portal.sees_attachment(uuid), portal.without_texts(jsonb) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION portal.hidden_plans(), portal.hidden_nodes(), portal.hidden_indicators()
TO portal_app;
--> statement-breakpoint

DO $$
DECLARE place record;
BEGIN
  FOR place IN SELECT * FROM (VALUES
    ('plan_versions', 'plan_id', 'plans'), ('plan_nodes', 'plan_id', 'plans'),
    ('indicators', 'plan_id', 'plans'), ('projects', 'node_id', 'nodes'),
    ('node_themes', 'node_id', 'nodes'), ('node_organisations', 'node_id', 'nodes'),
    ('node_leaders', 'node_id', 'nodes'), ('activities', 'node_id', 'nodes'),
    ('strategy_nodes', 'strategy_id', 'nodes'), ('indicator_parts', 'indicator_id', 'indicators'),
    ('indicator_nodes', 'indicator_id', 'indicators'), ('targets', 'indicator_id', 'indicators'),
    ('indicator_reporters', 'indicator_id', 'indicators')) AS places (name, key, hidden) LOOP
    EXECUTE format('DROP POLICY read_all ON %I', place.name);
    EXECUTE format('CREATE POLICY read_adopted ON %I FOR SELECT TO portal_app '
      'USING (%I <> ALL ((SELECT portal.hidden_%s())::uuid[]))',
      place.name, place.key, place.hidden);
  END LOOP;
END $$;
--> statement-breakpoint
DROP POLICY read_all ON activity_bars;
--> statement-breakpoint
CREATE POLICY read_adopted ON activity_bars FOR SELECT TO portal_app
USING (EXISTS (SELECT FROM activities a WHERE a.id = activity_id));
--> statement-breakpoint
DROP POLICY find ON search_entries;
--> statement-breakpoint
CREATE POLICY find ON search_entries FOR SELECT TO portal_app USING (
  plan_id <> ALL ((SELECT portal.hidden_plans())::uuid[]) AND CASE kind
    WHEN 'update' THEN (SELECT portal.is_member())
    WHEN 'practice' THEN portal.sees_practice(subject_id)
    WHEN 'attachment' THEN EXISTS (SELECT FROM attachments a
      WHERE a.id = subject_id AND a.withdrawn_at IS NULL)
    ELSE true END);
--> statement-breakpoint

-- A file is seen by whoever sees a version of its subject that was there while it stood: who saw
-- nothing of it before it was taken back does not learn its name afterwards. The subqueries are
-- themselves read under row security.
DROP POLICY see ON attachments;
--> statement-breakpoint
CREATE POLICY see ON attachments FOR SELECT TO portal_app USING ((SELECT portal.is_member()) AND CASE
  WHEN observation_id IS NOT NULL THEN EXISTS (SELECT FROM observation_versions v
    WHERE v.observation_id = attachments.observation_id
      AND v.version >= attachments.observation_version
      AND (attachments.withdrawn_at IS NULL OR v.created_at <= attachments.withdrawn_at))
  WHEN practice_id IS NOT NULL THEN EXISTS (SELECT FROM practice_versions v
    WHERE v.practice_id = attachments.practice_id
      AND (attachments.withdrawn_at IS NULL OR v.created_at <= attachments.withdrawn_at))
  ELSE true END);
