-- Versions of a plan's definition, and who may make one. The tables of nodes and indicators are a
-- projection of the newest version: the database writes them itself, nobody else does.

-- Whether the actor keeps any node of a plan: its owner, or the lead of one of its PTs.
CREATE FUNCTION portal.keeps_plan(plan uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT EXISTS (SELECT FROM plan_nodes n WHERE n.plan_id = plan
    AND n.id = ANY (portal.judged_nodes('{editor,approver,admin}', '{editor,approver,admin}')))
$$;
--> statement-breakpoint

-- What a lead may change by itself: nothing by which anything is graded, and only in its own PT.
CREATE FUNCTION portal.check_plan_edit(new_version plan_versions, before plan_versions) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
DECLARE
  kept uuid[] := portal.judged_nodes('{editor,approver,admin}', '{editor,approver,admin}');
  free text[] := '{activities,themes,project}';
BEGIN
  IF new_version.first_fy <> before.first_fy
     OR new_version.content -> 'indicators' IS DISTINCT FROM before.content -> 'indicators' THEN
    RAISE EXCEPTION 'an edit leaves what is graded alone' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (
    SELECT FROM jsonb_array_elements(before.content -> 'nodes') o
    LEFT JOIN jsonb_array_elements(new_version.content -> 'nodes') n ON n ->> 'code' = o ->> 'code'
    WHERE n IS DISTINCT FROM o AND (n IS NULL OR (n - free) IS DISTINCT FROM (o - free)
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
      OR EXISTS (SELECT FROM plan_nodes known WHERE known.id = (n ->> 'id')::uuid))) THEN
    RAISE EXCEPTION 'a new project stands under a policy of its own' USING ERRCODE = 'check_violation';
  END IF;
END
$$;
--> statement-breakpoint
-- A version follows the one before it; years that are graded stay graded by what they were.
CREATE FUNCTION portal.check_plan_version() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
DECLARE before plan_versions;
BEGIN
  -- The first one of a plan follows none.
  IF NEW.author_id IS NULL OR NEW.kind = 'original' THEN RETURN NEW; END IF;
  SELECT * INTO before FROM plan_versions v
  WHERE v.plan_id = NEW.plan_id AND v.version = NEW.version - 1;
  IF NOT FOUND OR NEW.first_fy < before.first_fy OR NEW.effective_on < before.effective_on THEN
    RAISE EXCEPTION 'a version follows the one before it' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.kind = 'edit' THEN
    PERFORM portal.check_plan_edit(NEW, before);
    RETURN NEW;
  END IF;
  IF NOT EXISTS (SELECT FROM plan_revisions r WHERE r.id = NEW.revision_id
      AND r.plan_id = NEW.plan_id AND r.state = 'adopted') THEN
    RAISE EXCEPTION 'a revision is adopted first' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT FROM observations o JOIN indicators i ON i.id = o.indicator_id
      JOIN observation_versions v ON v.observation_id = o.id AND v.state = 'accepted'
      WHERE i.plan_id = NEW.plan_id AND o.fy >= NEW.first_fy) THEN
    RAISE EXCEPTION 'a graded year stays graded as it was' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (
    SELECT FROM jsonb_array_elements((before.content -> 'nodes') || (before.content -> 'indicators')) o
    WHERE NOT EXISTS (
      SELECT FROM jsonb_array_elements((NEW.content -> 'nodes') || (NEW.content -> 'indicators')) n
      WHERE n ->> 'id' = o ->> 'id' AND n ->> 'code' = o ->> 'code')) THEN
    RAISE EXCEPTION 'what is in a plan is closed, never deleted' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER check_plan_version BEFORE INSERT ON plan_versions
FOR EACH ROW EXECUTE FUNCTION portal.check_plan_version();
--> statement-breakpoint

-- Writes the tables from the newest version. What nothing refers to is written anew, nodes and
-- indicators are brought up to date by their ids, which figures and texts hang on.
CREATE FUNCTION portal.project_plan() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
DECLARE
  nodes jsonb := NEW.content -> 'nodes';
  listed jsonb := NEW.content -> 'indicators';
  known uuid[];
  measured uuid[];
BEGIN
  IF EXISTS (SELECT FROM plan_versions v WHERE v.plan_id = NEW.plan_id AND v.version > NEW.version) THEN
    RETURN NULL;
  END IF;

  INSERT INTO plan_nodes AS t (id, plan_id, parent_id, kind, code, number, name, repost_of_id,
    closed_reason, merged_into_id, position)
  SELECT (n ->> 'id')::uuid, NEW.plan_id, (parent ->> 'id')::uuid, n ->> 'kind', n ->> 'code',
    n ->> 'number', n ->> 'name', (original ->> 'id')::uuid, n ->> 'closedReason',
    (successor ->> 'id')::uuid, (n ->> 'position')::int
  FROM jsonb_array_elements(nodes) n
  LEFT JOIN jsonb_array_elements(nodes) parent ON parent ->> 'code' = n ->> 'parent'
  LEFT JOIN jsonb_array_elements(nodes) original ON original ->> 'code' = n ->> 'repostOf'
  LEFT JOIN jsonb_array_elements(nodes) successor ON successor ->> 'code' = n ->> 'mergedInto'
  ON CONFLICT (id) DO UPDATE SET parent_id = excluded.parent_id, kind = excluded.kind,
    code = excluded.code, number = excluded.number, name = excluded.name,
    repost_of_id = excluded.repost_of_id, closed_reason = excluded.closed_reason,
    merged_into_id = excluded.merged_into_id, position = excluded.position
  WHERE t.plan_id = excluded.plan_id;
  SELECT array_agg(id) INTO known FROM plan_nodes WHERE plan_id = NEW.plan_id;

  INSERT INTO projects (node_id, purpose, first_fy, last_fy, overview_text, bureau, funding_tags)
  SELECT p.id, n #>> '{project,purpose}', (n #>> '{project,firstFy}')::int,
    (n #>> '{project,lastFy}')::int, n #>> '{project,overviewText}', n #>> '{project,bureau}',
    ARRAY(SELECT jsonb_array_elements_text(n #> '{project,fundingTags}'))
  FROM jsonb_array_elements(nodes) n
  JOIN plan_nodes p ON p.id = (n ->> 'id')::uuid AND p.plan_id = NEW.plan_id
  WHERE jsonb_typeof(n -> 'project') = 'object'
  ON CONFLICT (node_id) DO UPDATE SET purpose = excluded.purpose, first_fy = excluded.first_fy,
    last_fy = excluded.last_fy, overview_text = excluded.overview_text, bureau = excluded.bureau,
    funding_tags = excluded.funding_tags;

  DELETE FROM node_themes WHERE node_id = ANY (known);
  INSERT INTO node_themes (node_id, theme)
  SELECT p.id, theme FROM jsonb_array_elements(nodes) n
  JOIN plan_nodes p ON p.plan_id = NEW.plan_id AND p.code = n ->> 'code'
  CROSS JOIN jsonb_array_elements_text(n -> 'themes') theme;

  DELETE FROM node_organisations WHERE node_id = ANY (known);
  INSERT INTO node_organisations (node_id, organisation_id, role, position)
  SELECT p.id, o.id, x.value ->> 'role', x.ordinality FROM jsonb_array_elements(nodes) n
  JOIN plan_nodes p ON p.plan_id = NEW.plan_id AND p.code = n ->> 'code'
  CROSS JOIN jsonb_array_elements(n -> 'organisations') WITH ORDINALITY x
  JOIN organisations o ON o.slug = x.value ->> 'slug';

  DELETE FROM node_leaders WHERE node_id = ANY (known);
  INSERT INTO node_leaders (node_id, position, office, organisation_id, inferred)
  SELECT p.id, x.ordinality, x.value ->> 'office', o.id, (x.value ->> 'inferred')::boolean
  FROM jsonb_array_elements(nodes) n
  JOIN plan_nodes p ON p.plan_id = NEW.plan_id AND p.code = n ->> 'code'
  CROSS JOIN jsonb_array_elements(n -> 'leaders') WITH ORDINALITY x
  JOIN organisations o ON o.slug = x.value ->> 'organisation';

  DELETE FROM activity_bars WHERE activity_id IN (SELECT id FROM activities WHERE node_id = ANY (known));
  DELETE FROM activities WHERE node_id = ANY (known);
  INSERT INTO activities (id, node_id, name, position)
  SELECT (x.value ->> 'id')::uuid, p.id, x.value ->> 'name', x.ordinality
  FROM jsonb_array_elements(nodes) n
  JOIN plan_nodes p ON p.plan_id = NEW.plan_id AND p.code = n ->> 'code'
  CROSS JOIN jsonb_array_elements(n -> 'activities') WITH ORDINALITY x;
  INSERT INTO activity_bars (activity_id, position, from_fy, to_fy, text)
  SELECT (x ->> 'id')::uuid, bar.ordinality, (bar.value ->> 'fromFy')::int,
    (bar.value ->> 'toFy')::int, bar.value ->> 'text'
  FROM jsonb_array_elements(nodes) n
  CROSS JOIN jsonb_array_elements(n -> 'activities') x
  CROSS JOIN jsonb_array_elements(x -> 'bars') WITH ORDINALITY bar;

  DELETE FROM strategy_nodes WHERE strategy_id = ANY (known);
  INSERT INTO strategy_nodes (strategy_id, node_id)
  SELECT DISTINCT p.id, linked.id FROM jsonb_array_elements(nodes) n
  JOIN plan_nodes p ON p.plan_id = NEW.plan_id AND p.code = n ->> 'code'
  CROSS JOIN jsonb_array_elements_text(n -> 'links') linked_code
  JOIN plan_nodes linked ON linked.plan_id = NEW.plan_id AND linked.code = linked_code;

  INSERT INTO indicators AS t (id, plan_id, code, home_node_id, name, unit, series, direction,
    value_kind, aggregation, aggregation_note, time_aggregation, derivation, frequency,
    survey_interval, survey_fy, baseline_value, baseline_text, baseline_as_of, target_value,
    target_text, target_due, target_fy, target_bound, target_from_fy, rate_method, places,
    roadmap_cumulative, first_fy, last_fy, source, feed, closed_reason, position)
  SELECT (x.value ->> 'id')::uuid, NEW.plan_id, i.code, home.id, i.name, i.unit, i.series,
    i.direction, i."valueKind", i.aggregation, i."aggregationNote", i."timeAggregation",
    i.derivation, i.frequency, i."surveyInterval", i."surveyFy", i."baselineValue",
    i."baselineText", i."baselineAsOf", i."targetValue", i."targetText", i."targetDue",
    i."targetFy", i."targetBound", i."targetFromFy", i."rateMethod", i.places,
    i."roadmapCumulative", i."firstFy", i."lastFy", i.source, i.feed, i."closedReason",
    x.ordinality
  FROM jsonb_array_elements(listed) WITH ORDINALITY x
  CROSS JOIN jsonb_to_record(x.value) AS i (code text, home text, name text, unit text, series text,
    direction text, "valueKind" text, aggregation text, "aggregationNote" text,
    "timeAggregation" text, derivation text, frequency text, "surveyInterval" int,
    "surveyFy" int, "baselineValue" numeric, "baselineText" text, "baselineAsOf" text,
    "targetValue" numeric, "targetText" text, "targetDue" text, "targetFy" int,
    "targetBound" text, "targetFromFy" int, "rateMethod" text, places int,
    "roadmapCumulative" boolean, "firstFy" int, "lastFy" int, source text, feed text,
    "closedReason" text)
  JOIN plan_nodes home ON home.plan_id = NEW.plan_id AND home.code = i.home
  ON CONFLICT (id) DO UPDATE SET code = excluded.code, home_node_id = excluded.home_node_id,
    name = excluded.name, unit = excluded.unit, series = excluded.series,
    direction = excluded.direction, value_kind = excluded.value_kind,
    aggregation = excluded.aggregation, aggregation_note = excluded.aggregation_note,
    time_aggregation = excluded.time_aggregation, derivation = excluded.derivation,
    frequency = excluded.frequency, survey_interval = excluded.survey_interval,
    survey_fy = excluded.survey_fy, baseline_value = excluded.baseline_value,
    baseline_text = excluded.baseline_text, baseline_as_of = excluded.baseline_as_of,
    target_value = excluded.target_value, target_text = excluded.target_text,
    target_due = excluded.target_due, target_fy = excluded.target_fy,
    target_bound = excluded.target_bound, target_from_fy = excluded.target_from_fy,
    rate_method = excluded.rate_method, places = excluded.places,
    roadmap_cumulative = excluded.roadmap_cumulative, first_fy = excluded.first_fy,
    last_fy = excluded.last_fy, source = excluded.source, feed = excluded.feed,
    closed_reason = excluded.closed_reason, position = excluded.position
  WHERE t.plan_id = excluded.plan_id;
  SELECT array_agg(id) INTO measured FROM indicators WHERE plan_id = NEW.plan_id;

  DELETE FROM indicator_parts WHERE indicator_id = ANY (measured);
  INSERT INTO indicator_parts (indicator_id, part_id)
  SELECT DISTINCT i.id, part.id FROM jsonb_array_elements(listed) x
  JOIN indicators i ON i.plan_id = NEW.plan_id AND i.code = x ->> 'code'
  CROSS JOIN jsonb_array_elements_text(x -> 'parts') part_code
  JOIN indicators part ON part.plan_id = NEW.plan_id AND part.code = part_code;

  DELETE FROM indicator_nodes WHERE indicator_id = ANY (measured);
  INSERT INTO indicator_nodes (indicator_id, node_id, role, code, name, is_repost,
    printed_differently, position)
  SELECT i.id, n.id, place ->> 'role', place ->> 'code', place ->> 'name',
    (place ->> 'isRepost')::boolean, place ->> 'printedDifferently', (place ->> 'position')::int
  FROM jsonb_array_elements(listed) x
  JOIN indicators i ON i.plan_id = NEW.plan_id AND i.code = x ->> 'code'
  CROSS JOIN jsonb_array_elements(x -> 'shownOn') place
  JOIN plan_nodes n ON n.plan_id = NEW.plan_id AND n.code = place ->> 'node';

  DELETE FROM indicator_reporters WHERE indicator_id = ANY (measured);
  INSERT INTO indicator_reporters (indicator_id, organisation_id)
  SELECT DISTINCT i.id, o.id FROM jsonb_array_elements(listed) x
  JOIN indicators i ON i.plan_id = NEW.plan_id AND i.code = x ->> 'code'
  CROSS JOIN jsonb_array_elements_text(x -> 'reporters') reporter
  JOIN organisations o ON o.slug = reporter;

  DELETE FROM targets WHERE indicator_id = ANY (measured);
  INSERT INTO targets (id, indicator_id, fy, span_from, value, text, increment, undecided, position)
  SELECT md5(i.id::text || c.ordinality)::uuid, i.id, (c.value ->> 'fy')::int,
    (c.value ->> 'spanFrom')::int, (c.value ->> 'value')::numeric,
    c.value ->> 'text', (c.value ->> 'increment')::numeric, (c.value ->> 'undecided')::boolean,
    c.ordinality
  FROM jsonb_array_elements(listed) x
  JOIN indicators i ON i.plan_id = NEW.plan_id AND i.code = x ->> 'code'
  CROSS JOIN jsonb_array_elements(x -> 'roadmap') WITH ORDINALITY c;

  -- A plan may be continued beyond its term.
  UPDATE plans SET last_fy = greatest(last_fy,
    (SELECT max((n #>> '{project,lastFy}')::int) FROM jsonb_array_elements(nodes) n),
    (SELECT max((x ->> 'lastFy')::int) FROM jsonb_array_elements(listed) x))
  WHERE id = NEW.plan_id;

  -- Years for which an indicator is not asked any more.
  DELETE FROM evaluations e USING indicators i
  WHERE i.id = e.indicator_id AND i.plan_id = NEW.plan_id AND e.fy >= NEW.first_fy
    AND NOT e.fy BETWEEN i.first_fy AND i.last_fy;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER project_plan AFTER INSERT OR UPDATE OF content ON plan_versions
FOR EACH ROW EXECUTE FUNCTION portal.project_plan();
--> statement-breakpoint

-- An item of a revision follows the one before it, and belongs to those who keep what it changes.
CREATE FUNCTION portal.check_revision_item() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
DECLARE
  before revision_items;
  revision plan_revisions;
  place text := coalesce(NEW.content #>> '{node,parent}', NEW.content #>> '{indicator,home}');
  kept uuid[] := portal.judged_nodes('{editor,approver,admin}', '{editor,approver,admin}');
BEGIN
  SELECT * INTO revision FROM plan_revisions WHERE id = NEW.revision_id FOR SHARE;
  SELECT * INTO before FROM revision_items i
  WHERE i.revision_id = NEW.revision_id AND i.subject_kind = NEW.subject_kind
    AND i.subject_code = NEW.subject_code AND i.version = NEW.version - 1;
  IF NEW.version <> 1 AND before.id IS NULL THEN
    RAISE EXCEPTION 'an item follows the one before it' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.state IS DISTINCT FROM (CASE NEW.step
    WHEN 'propose' THEN 'proposed'
    WHEN 'withdraw' THEN CASE WHEN before.state IN ('proposed', 'set_aside') THEN 'withdrawn' END
    WHEN 'set_aside' THEN CASE WHEN before.state = 'proposed' THEN 'set_aside' END
    WHEN 'take_up' THEN CASE WHEN before.state = 'set_aside' THEN 'proposed' END
  END) THEN
    RAISE EXCEPTION 'the state does not allow this step' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.step IN ('propose', 'withdraw') AND revision.state <> 'collecting'
     OR revision.state IN ('adopted', 'abandoned') THEN
    RAISE EXCEPTION 'the revision takes nothing more' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.step <> 'propose' AND (before.content, before.basis, before.organisation_id)
     IS DISTINCT FROM (NEW.content, NEW.basis, NEW.organisation_id) THEN
    RAISE EXCEPTION 'a decision leaves the proposal alone' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.subject_code IS DISTINCT FROM
     coalesce(NEW.content #>> '{node,code}', NEW.content #>> '{indicator,code}') THEN
    RAISE EXCEPTION 'an item is about what it names' USING ERRCODE = 'check_violation';
  END IF;
  -- Both where it stands in the plan and where it would stand.
  IF EXISTS (
    SELECT FROM plan_nodes n
    LEFT JOIN indicators i ON NEW.subject_kind = 'indicator' AND i.plan_id = revision.plan_id
      AND i.code = NEW.subject_code
    WHERE n.plan_id = revision.plan_id AND NOT n.id = ANY (kept)
      AND (n.code = place OR n.id = i.home_node_id
        OR (NEW.subject_kind = 'node' AND n.code = NEW.subject_code))) THEN
    RAISE EXCEPTION 'somebody else keeps what this changes' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER check_revision_item BEFORE INSERT ON revision_items
FOR EACH ROW EXECUTE FUNCTION portal.check_revision_item();
--> statement-breakpoint
-- A revision takes one step at a time, as domain/plan allows.
CREATE FUNCTION portal.check_revision_step() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
BEGIN
  IF NEW.step <> OLD.step + 1 OR NOT (CASE NEW.state
    WHEN 'assembled' THEN OLD.state = 'collecting'
    WHEN 'collecting' THEN OLD.state = 'assembled'
    WHEN 'adopted' THEN OLD.state = 'assembled'
    WHEN 'abandoned' THEN OLD.state IN ('collecting', 'assembled')
    ELSE false END) THEN
    RAISE EXCEPTION 'the state does not allow this step' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER check_revision_step BEFORE UPDATE ON plan_revisions
FOR EACH ROW EXECUTE FUNCTION portal.check_revision_step();
--> statement-breakpoint
CREATE FUNCTION portal.check_activity_report() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
BEGIN
  IF NOT EXISTS (SELECT FROM activities a WHERE a.id = NEW.activity_id AND a.node_id = NEW.node_id) THEN
    RAISE EXCEPTION 'the activity is not one of this node' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.version <> 1 AND NOT EXISTS (SELECT FROM activity_reports r
      WHERE r.activity_id = NEW.activity_id AND r.version = NEW.version - 1) THEN
    RAISE EXCEPTION 'a report follows the one before it' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER check_activity_report BEFORE INSERT ON activity_reports
FOR EACH ROW EXECUTE FUNCTION portal.check_activity_report();
--> statement-breakpoint
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA portal FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA portal TO portal_app;
--> statement-breakpoint

ALTER TABLE plan_versions ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON plan_versions TO portal_app;
--> statement-breakpoint
CREATE POLICY read_all ON plan_versions FOR SELECT TO portal_app USING (true);
--> statement-breakpoint
CREATE POLICY edit ON plan_versions FOR INSERT TO portal_app WITH CHECK (
  kind = 'edit' AND created_at = now() AND author_id = (SELECT portal.actor_id())
  AND author_organisation_id = ANY ((SELECT portal.actor_organisations('{editor,approver,admin}'))::uuid[])
  AND portal.keeps_plan(plan_id));
--> statement-breakpoint
CREATE POLICY adopt ON plan_versions FOR INSERT TO portal_app WITH CHECK (
  kind = 'revision' AND created_at = now() AND author_id = (SELECT portal.actor_id())
  AND author_organisation_id = ANY ((SELECT portal.actor_organisations('{approver,admin}'))::uuid[])
  AND plan_id = ANY ((SELECT portal.owned_plans('{approver,admin}'))::uuid[]));
--> statement-breakpoint

ALTER TABLE plan_revisions ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (state, step, state_reason, updated_at) ON plan_revisions TO portal_app;
--> statement-breakpoint
CREATE POLICY see ON plan_revisions FOR SELECT TO portal_app USING ((SELECT portal.is_member()));
--> statement-breakpoint
CREATE POLICY open ON plan_revisions FOR INSERT TO portal_app WITH CHECK (
  state = 'collecting' AND step = 1 AND created_at = now() AND author_id = (SELECT portal.actor_id())
  AND author_organisation_id = ANY ((SELECT portal.actor_organisations('{editor,approver,admin}'))::uuid[])
  AND portal.keeps_plan(plan_id));
--> statement-breakpoint
CREATE POLICY advance ON plan_revisions FOR UPDATE TO portal_app
USING (plan_id = ANY ((SELECT portal.owned_plans('{editor,approver,admin}'))::uuid[]))
WITH CHECK (plan_id = ANY ((SELECT portal.owned_plans('{editor,approver,admin}'))::uuid[])
  AND (state <> 'adopted' OR plan_id = ANY ((SELECT portal.owned_plans('{approver,admin}'))::uuid[])));
--> statement-breakpoint

ALTER TABLE revision_items ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON revision_items TO portal_app;
--> statement-breakpoint
CREATE POLICY see ON revision_items FOR SELECT TO portal_app USING ((SELECT portal.is_member()));
--> statement-breakpoint
CREATE POLICY propose ON revision_items FOR INSERT TO portal_app WITH CHECK (
  step IN ('propose', 'withdraw') AND created_at = now()
  AND author_id = (SELECT portal.actor_id())
  AND author_organisation_id = ANY ((SELECT portal.actor_organisations('{editor,approver,admin}'))::uuid[])
  AND (step = 'withdraw' OR organisation_id = author_organisation_id));
--> statement-breakpoint
CREATE POLICY decide ON revision_items FOR INSERT TO portal_app WITH CHECK (
  step IN ('set_aside', 'take_up') AND created_at = now()
  AND author_id = (SELECT portal.actor_id())
  AND author_organisation_id = ANY ((SELECT portal.actor_organisations('{editor,approver,admin}'))::uuid[])
  AND revision_id IN (SELECT r.id FROM plan_revisions r
    WHERE r.plan_id = ANY ((SELECT portal.owned_plans('{editor,approver,admin}'))::uuid[])));
--> statement-breakpoint

ALTER TABLE activity_reports ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON activity_reports TO portal_app;
--> statement-breakpoint
CREATE POLICY see ON activity_reports FOR SELECT TO portal_app USING ((SELECT portal.is_member()));
--> statement-breakpoint
CREATE POLICY report ON activity_reports FOR INSERT TO portal_app WITH CHECK (
  created_at = now() AND NOT is_demo AND author_id = (SELECT portal.actor_id())
  AND author_organisation_id = ANY ((SELECT portal.actor_organisations('{editor,approver,admin}'))::uuid[])
  AND node_id = ANY ((SELECT portal.judged_nodes(
    '{editor,approver,admin}', '{editor,approver,admin}'))::uuid[]));
--> statement-breakpoint

DROP POLICY own_acts ON audit_events;
--> statement-breakpoint
CREATE POLICY own_acts ON audit_events FOR INSERT TO portal_app
WITH CHECK (at = now()
  AND split_part(action, '.', 1) IN ('observation', 'rubric', 'override', 'outlook', 'narrative',
    'finding', 'progress', 'milestone', 'activity', 'plan', 'revision', 'attachment', 'comment',
    'notification', 'contact', 'workspace', 'practice', 'rollout')
  AND actor_id IS NOT NULL AND actor_id = (SELECT portal.actor_id())
  AND organisation_id = ANY ((SELECT portal.actor_organisations('{viewer,editor,approver,admin}'))::uuid[]));
