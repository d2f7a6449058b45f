-- Who may see and write how projects get on. Members read all of it. An organisation that takes part
-- in the PT reports its own part, the PT's lead the whole; the lead and the plan's owner keep the
-- milestones, and the responsible organisation says how far each has come. All append-only.

-- A node and everything above it.
CREATE FUNCTION portal.node_and_above(node uuid) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  WITH RECURSIVE up AS (
    SELECT id, parent_id FROM plan_nodes WHERE id = node
    UNION ALL
    SELECT n.id, n.parent_id FROM plan_nodes n JOIN up ON up.parent_id = n.id
  )
  SELECT coalesce(array_agg(id), '{}') FROM up
$$;
--> statement-breakpoint
-- Who speaks for a project as a whole: the lead of its PT; in a plan without PTs its owner.
CREATE FUNCTION portal.project_lead(node uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT coalesce(
    (SELECT o.organisation_id FROM node_organisations o
      WHERE o.role = 'lead' AND o.node_id = ANY (portal.node_and_above(node)) LIMIT 1),
    (SELECT p.owner_id FROM plans p JOIN plan_nodes n ON n.plan_id = p.id WHERE n.id = node))
$$;
--> statement-breakpoint
-- Who takes part in a project: the organisations of its PT; in a plan without PTs its owner.
CREATE FUNCTION portal.takes_part(node uuid, organisation uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT organisation = portal.project_lead(node) OR EXISTS (
    SELECT FROM node_organisations o
    WHERE o.organisation_id = organisation AND o.node_id = ANY (portal.node_and_above(node)))
$$;
--> statement-breakpoint
-- A repost is its original, also in how it gets on.
CREATE FUNCTION portal.is_project(node uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT EXISTS (SELECT FROM plan_nodes
    WHERE id = node AND kind = 'project' AND repost_of_id IS NULL)
$$;
--> statement-breakpoint

-- No version without the one before it.
CREATE FUNCTION portal.check_project_update() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
BEGIN
  IF NEW.version <> 1 AND NOT EXISTS (
    SELECT FROM project_updates u WHERE u.node_id = NEW.node_id
      AND u.organisation_id = NEW.organisation_id AND u.scope = NEW.scope
      AND u.version = NEW.version - 1) THEN
    RAISE EXCEPTION 'an update follows the one before it' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER check_project_update BEFORE INSERT ON project_updates
FOR EACH ROW EXECUTE FUNCTION portal.check_project_update();
--> statement-breakpoint
-- A step changes the definition or the state, never both, and the state only as domain/progress allows.
CREATE FUNCTION portal.check_milestone_step() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
DECLARE before milestone_versions;
BEGIN
  IF NEW.version = 1 THEN
    IF NEW.step <> 'save' OR NEW.state <> 'planned' OR NEW.reason <> '' OR NEW.evidence <> '' THEN
      RAISE EXCEPTION 'a milestone begins as planned' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  SELECT * INTO before FROM milestone_versions v
  WHERE v.milestone_id = NEW.milestone_id AND v.version = NEW.version - 1;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a step follows the one before it' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.step = 'save' THEN
    IF (before.state, before.reason, before.reached_on, before.evidence)
       IS DISTINCT FROM (NEW.state, NEW.reason, NEW.reached_on, NEW.evidence) THEN
      RAISE EXCEPTION 'a definition leaves the state alone' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF (before.name, before.due_on, before.due_fy, before.organisation_id)
     IS DISTINCT FROM (NEW.name, NEW.due_on, NEW.due_fy, NEW.organisation_id) THEN
    RAISE EXCEPTION 'a step leaves the definition alone' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.state IS DISTINCT FROM (CASE NEW.step
    WHEN 'start' THEN CASE WHEN before.state IN ('planned', 'late') THEN 'started' END
    WHEN 'delay' THEN CASE WHEN before.state IN ('planned', 'started', 'late') THEN 'late' END
    WHEN 'reach' THEN CASE WHEN before.state <> 'cancelled' THEN 'reached' END
    WHEN 'cancel' THEN CASE WHEN before.state IN ('planned', 'started', 'late') THEN 'cancelled' END
    WHEN 'reopen' THEN CASE WHEN before.state IN ('reached', 'cancelled') THEN 'started' END
  END) THEN
    RAISE EXCEPTION 'the state does not allow this step' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER check_milestone_step BEFORE INSERT ON milestone_versions
FOR EACH ROW EXECUTE FUNCTION portal.check_milestone_step();
--> statement-breakpoint
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA portal FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA portal TO portal_app;
--> statement-breakpoint

ALTER TABLE project_updates ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON project_updates TO portal_app;
--> statement-breakpoint
CREATE POLICY see ON project_updates FOR SELECT TO portal_app USING ((SELECT portal.is_member()));
--> statement-breakpoint
CREATE POLICY report ON project_updates FOR INSERT TO portal_app WITH CHECK (
  created_at = now() AND NOT is_demo AND author_id = (SELECT portal.actor_id())
  AND organisation_id = ANY ((SELECT portal.actor_organisations('{editor,approver,admin}'))::uuid[])
  AND portal.is_project(node_id)
  AND CASE scope WHEN 'whole' THEN organisation_id = portal.project_lead(node_id)
    ELSE portal.takes_part(node_id, organisation_id) END);
--> statement-breakpoint

ALTER TABLE milestones ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON milestones TO portal_app;
--> statement-breakpoint
CREATE POLICY see ON milestones FOR SELECT TO portal_app USING ((SELECT portal.is_member()));
--> statement-breakpoint
CREATE POLICY add ON milestones FOR INSERT TO portal_app WITH CHECK (
  created_at = now() AND NOT is_demo AND portal.is_project(node_id)
  AND node_id = ANY ((SELECT portal.judged_nodes(
    '{editor,approver,admin}', '{editor,approver,admin}'))::uuid[]));
--> statement-breakpoint

ALTER TABLE milestone_versions ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON milestone_versions TO portal_app;
--> statement-breakpoint
CREATE POLICY see ON milestone_versions FOR SELECT TO portal_app USING ((SELECT portal.is_member()));
--> statement-breakpoint
CREATE POLICY keep ON milestone_versions FOR INSERT TO portal_app WITH CHECK (
  created_at = now() AND author_id = (SELECT portal.actor_id())
  AND author_organisation_id = ANY ((SELECT portal.actor_organisations('{editor,approver,admin}'))::uuid[])
  AND node_id = ANY ((SELECT portal.judged_nodes(
    '{editor,approver,admin}', '{editor,approver,admin}'))::uuid[])
  AND (step <> 'save' OR portal.takes_part(node_id, organisation_id)));
--> statement-breakpoint
CREATE POLICY advance_own ON milestone_versions FOR INSERT TO portal_app WITH CHECK (
  created_at = now() AND author_id = (SELECT portal.actor_id()) AND step <> 'save'
  AND organisation_id = author_organisation_id
  AND author_organisation_id = ANY ((SELECT portal.actor_organisations('{editor,approver,admin}'))::uuid[]));
--> statement-breakpoint

DROP POLICY own_acts ON audit_events;
--> statement-breakpoint
CREATE POLICY own_acts ON audit_events FOR INSERT TO portal_app
WITH CHECK (at = now()
  AND split_part(action, '.', 1) IN ('observation', 'rubric', 'override', 'outlook', 'narrative',
    'finding', 'progress', 'milestone')
  AND actor_id IS NOT NULL AND actor_id = (SELECT portal.actor_id())
  AND organisation_id = ANY ((SELECT portal.actor_organisations('{viewer,editor,approver,admin}'))::uuid[]));
