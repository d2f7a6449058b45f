-- Who may see and write good practices and their roll-outs. A draft is its own organisation's; what is
-- shared is every member's, with its history since then; what was taken back is its own organisation's
-- again. Roll-outs are for everybody who sees the case, and for who wrote them. All append-only.

-- The cases that are shared now. Looks past row-level security: whether a case is shared depends on
-- its newest version, which others may not see.
CREATE FUNCTION portal.shared_practices() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT coalesce(array_agg(newest.practice_id), '{}') FROM (
    SELECT DISTINCT ON (v.practice_id) v.practice_id, v.state FROM practice_versions v
    ORDER BY v.practice_id, v.version DESC) newest
  WHERE newest.state = 'shared'
$$;
--> statement-breakpoint
-- Who describes cases in a plan: the organisations of its PTs; in a plan without PTs its owner.
CREATE FUNCTION portal.joins_plan(plan uuid, organisation uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT CASE WHEN EXISTS (
      SELECT FROM node_organisations o JOIN plan_nodes n ON n.id = o.node_id WHERE n.plan_id = plan)
    THEN EXISTS (
      SELECT FROM node_organisations o JOIN plan_nodes n ON n.id = o.node_id
      WHERE n.plan_id = plan AND o.organisation_id = organisation)
    ELSE EXISTS (SELECT FROM plans p WHERE p.id = plan AND p.owner_id = organisation) END
$$;
--> statement-breakpoint
-- Nobody rolls out a case of its own, nor one that is not shared; the council's office carries out
-- nothing itself.
CREATE FUNCTION portal.may_roll_out(practice uuid, organisation uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT EXISTS (SELECT FROM practices p, organisations o
    WHERE p.id = practice AND p.id = ANY (portal.shared_practices())
      AND o.id = organisation AND o.id <> p.organisation_id AND o.kind <> 'council')
$$;
--> statement-breakpoint
-- No version without the one before it, the state as domain/practice allows, only what is of the
-- plan; and what is taken back keeps its words.
CREATE FUNCTION portal.check_practice_version() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
DECLARE
  before practice_versions;
  plan uuid := (SELECT plan_id FROM practices WHERE id = NEW.practice_id);
BEGIN
  IF NEW.version > 1 THEN
    SELECT * INTO before FROM practice_versions v
    WHERE v.practice_id = NEW.practice_id AND v.version = NEW.version - 1;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'a version follows the one before it' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  IF NOT coalesce(CASE coalesce(before.state, '')
    WHEN '' THEN NEW.state IN ('draft', 'shared')
    WHEN 'draft' THEN NEW.state IN ('draft', 'shared')
    WHEN 'shared' THEN NEW.state IN ('shared', 'withdrawn')
    WHEN 'withdrawn' THEN NEW.state = 'shared'
  END, false) THEN
    RAISE EXCEPTION 'the state does not allow this step' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.state = 'withdrawn' THEN
    IF (before.title, before.problem, before.done, before.cost, before.effect, before.contact,
        before.themes, before.node_ids, before.indicator_ids)
       IS DISTINCT FROM (NEW.title, NEW.problem, NEW.done, NEW.cost, NEW.effect, NEW.contact,
        NEW.themes, NEW.node_ids, NEW.indicator_ids) THEN
      RAISE EXCEPTION 'taking back leaves the words alone' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF NOT NEW.themes <@ ARRAY['women', 'gx', 'digital'] OR EXISTS (
      SELECT FROM unnest(NEW.node_ids) AS given
      WHERE NOT EXISTS (SELECT FROM plan_nodes n WHERE n.id = given AND n.plan_id = plan))
    OR EXISTS (
      SELECT FROM unnest(NEW.indicator_ids) AS given
      WHERE NOT EXISTS (SELECT FROM indicators i WHERE i.id = given AND i.plan_id = plan)) THEN
    RAISE EXCEPTION 'a case belongs to parts of its plan' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER check_practice_version BEFORE INSERT ON practice_versions
FOR EACH ROW EXECUTE FUNCTION portal.check_practice_version();
--> statement-breakpoint
-- No version without the one before it.
CREATE FUNCTION portal.check_practice_rollout() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
BEGIN
  IF NEW.version <> 1 AND NOT EXISTS (
    SELECT FROM practice_rollouts r WHERE r.practice_id = NEW.practice_id
      AND r.organisation_id = NEW.organisation_id AND r.version = NEW.version - 1) THEN
    RAISE EXCEPTION 'a version follows the one before it' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER check_practice_rollout BEFORE INSERT ON practice_rollouts
FOR EACH ROW EXECUTE FUNCTION portal.check_practice_rollout();
--> statement-breakpoint
REVOKE ALL ON FUNCTION portal.shared_practices(), portal.joins_plan(uuid, uuid),
  portal.may_roll_out(uuid, uuid), portal.check_practice_version(), portal.check_practice_rollout()
FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION portal.shared_practices(), portal.joins_plan(uuid, uuid),
  portal.may_roll_out(uuid, uuid), portal.check_practice_version(), portal.check_practice_rollout()
TO portal_app;
--> statement-breakpoint

ALTER TABLE practices ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON practices TO portal_app;
--> statement-breakpoint
CREATE POLICY see ON practices FOR SELECT TO portal_app USING (
  organisation_id = ANY ((SELECT portal.actor_organisations('{viewer,editor,approver,admin}'))::uuid[])
  OR ((SELECT portal.is_member()) AND id = ANY ((SELECT portal.shared_practices())::uuid[])));
--> statement-breakpoint
CREATE POLICY begin ON practices FOR INSERT TO portal_app WITH CHECK (
  created_at = now() AND NOT is_demo AND portal.joins_plan(plan_id, organisation_id)
  AND organisation_id = ANY ((SELECT portal.actor_organisations('{editor,approver,admin}'))::uuid[]));
--> statement-breakpoint

ALTER TABLE practice_versions ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON practice_versions TO portal_app;
--> statement-breakpoint
-- What is shared was never a draft again, so that everything but drafts is what others have read.
CREATE POLICY see ON practice_versions FOR SELECT TO portal_app USING (
  organisation_id = ANY ((SELECT portal.actor_organisations('{viewer,editor,approver,admin}'))::uuid[])
  OR (state <> 'draft' AND (SELECT portal.is_member())
    AND practice_id = ANY ((SELECT portal.shared_practices())::uuid[])));
--> statement-breakpoint
CREATE POLICY write_own ON practice_versions FOR INSERT TO portal_app WITH CHECK (
  created_at = now() AND author_id = (SELECT portal.actor_id())
  AND organisation_id = ANY ((SELECT portal.actor_organisations('{editor,approver,admin}'))::uuid[]));
--> statement-breakpoint

ALTER TABLE practice_rollouts ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON practice_rollouts TO portal_app;
--> statement-breakpoint
CREATE POLICY see ON practice_rollouts FOR SELECT TO portal_app USING (
  organisation_id = ANY ((SELECT portal.actor_organisations('{viewer,editor,approver,admin}'))::uuid[])
  OR practice_id IN (SELECT p.id FROM practices p));
--> statement-breakpoint
CREATE POLICY write_own ON practice_rollouts FOR INSERT TO portal_app WITH CHECK (
  created_at = now() AND NOT is_demo AND author_id = (SELECT portal.actor_id())
  AND organisation_id = ANY ((SELECT portal.actor_organisations('{editor,approver,admin}'))::uuid[])
  AND portal.may_roll_out(practice_id, organisation_id));
