-- Who may see and write the judgements of people: a plan's owner changes its rubric and sets aside
-- findings; the lead of a PT and the plan's owner set marks, outlooks and texts. All append-only.

CREATE FUNCTION portal.owned_plans(allowed_roles text[]) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT coalesce(array_agg(id), '{}') FROM plans
  WHERE owner_id = ANY (portal.actor_organisations(allowed_roles))
$$;
--> statement-breakpoint
-- Nodes of a PT that the actor's organisation leads, and of plans that it owns.
CREATE FUNCTION portal.judged_nodes(lead_roles text[], owner_roles text[]) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  WITH RECURSIVE judged AS (
    SELECT n.node_id AS id FROM node_organisations n
    WHERE n.role = 'lead' AND n.organisation_id = ANY (portal.actor_organisations(lead_roles))
    UNION
    SELECT id FROM plan_nodes WHERE plan_id = ANY (portal.owned_plans(owner_roles))
    UNION
    SELECT child.id FROM plan_nodes child JOIN judged ON child.parent_id = judged.id
  )
  SELECT coalesce(array_agg(id), '{}') FROM judged
$$;
--> statement-breakpoint
CREATE FUNCTION portal.judged_indicators() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT coalesce(array_agg(id), '{}') FROM indicators
  WHERE home_node_id = ANY (portal.judged_nodes('{approver,admin}', '{editor,approver,admin}'))
$$;
--> statement-breakpoint
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA portal FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA portal TO portal_app;
--> statement-breakpoint

-- Definitions and what was published: public, and not the web process's to change.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['strategy_nodes', 'activities', 'activity_bars', 'published_summaries',
    'publications'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('GRANT SELECT ON %I TO portal_app', name);
    EXECUTE format('CREATE POLICY read_all ON %I FOR SELECT TO portal_app USING (true)', name);
  END LOOP;
END $$;
--> statement-breakpoint
-- The accepted figures behind a published edition, as they were then.
CREATE POLICY published ON observation_versions FOR SELECT TO portal_app USING (
  state = 'accepted' AND EXISTS (
    SELECT FROM publications p JOIN indicators i ON i.plan_id = p.plan_id
    WHERE i.id = observation_versions.indicator_id AND p.fy = observation_versions.fy
      AND p.created_at >= observation_versions.created_at));
--> statement-breakpoint

ALTER TABLE rubrics ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON rubrics TO portal_app;
--> statement-breakpoint
CREATE POLICY read_all ON rubrics FOR SELECT TO portal_app USING (true);
--> statement-breakpoint
CREATE POLICY adopt ON rubrics FOR INSERT TO portal_app WITH CHECK (
  created_at = now() AND author_id = (SELECT portal.actor_id())
  AND plan_id = ANY ((SELECT portal.owned_plans('{editor,approver,admin}'))::uuid[]));
--> statement-breakpoint

ALTER TABLE assessments ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON assessments TO portal_app;
--> statement-breakpoint
CREATE POLICY see ON assessments FOR SELECT TO portal_app USING ((SELECT portal.is_member()));
--> statement-breakpoint
CREATE POLICY judge ON assessments FOR INSERT TO portal_app WITH CHECK (
  created_at = now() AND author_id = (SELECT portal.actor_id())
  AND author_organisation_id = ANY ((SELECT portal.actor_organisations('{editor,approver,admin}'))::uuid[])
  AND (indicator_id = ANY ((SELECT portal.judged_indicators())::uuid[])
    OR node_id = ANY ((SELECT portal.judged_nodes('{approver,admin}', '{editor,approver,admin}'))::uuid[])));
--> statement-breakpoint

ALTER TABLE narratives ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON narratives TO portal_app;
--> statement-breakpoint
CREATE POLICY see ON narratives FOR SELECT TO portal_app USING ((SELECT portal.is_member()));
--> statement-breakpoint
CREATE POLICY write ON narratives FOR INSERT TO portal_app WITH CHECK (
  created_at = now() AND author_id = (SELECT portal.actor_id())
  AND author_organisation_id = ANY ((SELECT portal.actor_organisations('{editor,approver,admin}'))::uuid[])
  AND node_id = ANY ((SELECT portal.judged_nodes(
    '{editor,approver,admin}', '{editor,approver,admin}'))::uuid[]));
--> statement-breakpoint

ALTER TABLE health_dismissals ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON health_dismissals TO portal_app;
--> statement-breakpoint
CREATE POLICY read_all ON health_dismissals FOR SELECT TO portal_app USING (true);
--> statement-breakpoint
CREATE POLICY decide ON health_dismissals FOR INSERT TO portal_app WITH CHECK (
  created_at = now() AND author_id = (SELECT portal.actor_id())
  AND author_organisation_id = ANY ((SELECT portal.actor_organisations('{editor,approver,admin}'))::uuid[])
  AND plan_id = ANY ((SELECT portal.owned_plans('{editor,approver,admin}'))::uuid[]));
--> statement-breakpoint

-- A changed rubric and a set mark recompute, as an acceptance does.
DROP POLICY compute ON evaluations;
--> statement-breakpoint
CREATE POLICY compute ON evaluations FOR INSERT TO portal_app WITH CHECK (
  indicator_id = ANY ((SELECT portal.judged_indicators())::uuid[]));
--> statement-breakpoint
DROP POLICY recompute ON evaluations;
--> statement-breakpoint
CREATE POLICY recompute ON evaluations FOR UPDATE TO portal_app
USING (indicator_id = ANY ((SELECT portal.judged_indicators())::uuid[]))
WITH CHECK (indicator_id = ANY ((SELECT portal.judged_indicators())::uuid[]));
--> statement-breakpoint
-- The counter says nothing but that something has changed; readers of what is published need it too.
DROP POLICY see ON plan_figures;
--> statement-breakpoint
CREATE POLICY read_all ON plan_figures FOR SELECT TO portal_app USING (true);
--> statement-breakpoint
DROP POLICY count_first ON plan_figures;
--> statement-breakpoint
CREATE POLICY count_first ON plan_figures FOR INSERT TO portal_app
WITH CHECK (cardinality((SELECT portal.judged_indicators())) > 0);
--> statement-breakpoint
DROP POLICY count_on ON plan_figures;
--> statement-breakpoint
CREATE POLICY count_on ON plan_figures FOR UPDATE TO portal_app
USING (cardinality((SELECT portal.judged_indicators())) > 0)
WITH CHECK (cardinality((SELECT portal.judged_indicators())) > 0);
--> statement-breakpoint
DROP POLICY own_acts ON audit_events;
--> statement-breakpoint
CREATE POLICY own_acts ON audit_events FOR INSERT TO portal_app
WITH CHECK (at = now()
  AND split_part(action, '.', 1) IN ('observation', 'rubric', 'override', 'outlook', 'narrative', 'finding')
  AND actor_id IS NOT NULL AND actor_id = (SELECT portal.actor_id())
  AND organisation_id = ANY ((SELECT portal.actor_organisations('{viewer,editor,approver,admin}'))::uuid[]));
