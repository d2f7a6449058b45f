-- Who may see and write what, said once more by the database itself. The rules in words:
--   draft → own organisation only; submitted and returned → also the PT's lead and the council
--   secretariat; accepted → every signed-in member; nothing to people without an organisation.
-- The web process connects as a member of portal_app; sign-in runs as a member of portal_auth, the
-- only role that reads passwords and sessions. Both group roles exist before this runs.
-- The actor is the setting portal.actor_id, set for one transaction. Unset means nobody.

CREATE SCHEMA portal;
--> statement-breakpoint
GRANT USAGE ON SCHEMA portal TO portal_app;
--> statement-breakpoint
CREATE FUNCTION portal.actor_id() RETURNS uuid LANGUAGE sql STABLE AS
$$ SELECT nullif(current_setting('portal.actor_id', true), '')::uuid $$;
--> statement-breakpoint
-- Temporary tables come last in their search path, or a client could put its own `members` first.
-- The functions below return sets as arrays: a policy compares with `= ANY ((SELECT …)::uuid[])`,
-- which PostgreSQL computes once a statement and not once a row.
CREATE FUNCTION portal.actor_organisations(allowed_roles text[]) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT coalesce(array_agg(organisation_id), '{}') FROM members
  WHERE user_id = portal.actor_id() AND role = ANY (allowed_roles)
$$;
--> statement-breakpoint
-- Indicators whose home PT is led by an organisation in which the actor holds one of the roles.
CREATE FUNCTION portal.led_indicators(allowed_roles text[]) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  WITH RECURSIVE led AS (
    SELECT n.node_id AS id FROM node_organisations n
    WHERE n.role = 'lead' AND n.organisation_id = ANY (portal.actor_organisations(allowed_roles))
    UNION
    SELECT child.id FROM plan_nodes child JOIN led ON child.parent_id = led.id
  )
  SELECT coalesce(array_agg(i.id), '{}') FROM indicators i JOIN led ON led.id = i.home_node_id
$$;
--> statement-breakpoint
-- The staff of the council's office see what was submitted; its members, as viewers, what was accepted.
CREATE FUNCTION portal.is_secretariat() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT EXISTS (
    SELECT FROM members m JOIN organisations o ON o.id = m.organisation_id
    WHERE m.user_id = portal.actor_id() AND o.kind = 'council' AND m.role <> 'viewer')
$$;
--> statement-breakpoint
CREATE FUNCTION portal.is_member() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$ SELECT EXISTS (SELECT FROM members WHERE user_id = portal.actor_id()) $$;
--> statement-breakpoint

-- An accepted or returned version is what was submitted, judged by somebody else: acceptance
-- changes no figure, skips no step and is never one's own.
CREATE FUNCTION portal.check_judgement() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
DECLARE submitted observation_versions;
BEGIN
  IF NEW.state NOT IN ('accepted', 'returned') THEN RETURN NEW; END IF;
  IF NEW.author_id IS NULL THEN RETURN NEW; END IF;
  SELECT * INTO submitted FROM observation_versions v
  WHERE v.observation_id = NEW.observation_id AND v.version = NEW.version - 1;
  IF NOT FOUND OR submitted.state <> 'submitted' THEN
    RAISE EXCEPTION 'only a submitted observation can be judged' USING ERRCODE = 'check_violation';
  END IF;
  IF submitted.author_id = NEW.author_id THEN
    RAISE EXCEPTION 'nobody judges their own submission' USING ERRCODE = 'check_violation';
  END IF;
  IF (submitted.quality, submitted.value, submitted.numerator, submitted.denominator,
      submitted.words, submitted.reached, submitted.note, submitted.is_demo)
     IS DISTINCT FROM
     (NEW.quality, NEW.value, NEW.numerator, NEW.denominator,
      NEW.words, NEW.reached, NEW.note, NEW.is_demo) THEN
    RAISE EXCEPTION 'a judgement does not change the figure' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER check_judgement BEFORE INSERT ON observation_versions
FOR EACH ROW EXECUTE FUNCTION portal.check_judgement();
--> statement-breakpoint
-- A head says what its newest version says; nobody moves the one without writing the other.
ALTER TABLE observation_versions
  ADD CONSTRAINT observation_versions_step UNIQUE (observation_id, version, state);
--> statement-breakpoint
ALTER TABLE observations ADD CONSTRAINT observations_newest FOREIGN KEY (id, version, state)
  REFERENCES observation_versions (observation_id, version, state) DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA portal FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA portal TO portal_app;
--> statement-breakpoint

-- Plan definitions: public, and not the web process's to change.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['organisations', 'plans', 'plan_nodes', 'projects', 'node_themes',
    'node_organisations', 'node_leaders', 'indicators', 'indicator_parts', 'indicator_nodes',
    'indicator_reporters', 'targets', 'reporting_rounds'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('GRANT SELECT ON %I TO portal_app', name);
    EXECUTE format('CREATE POLICY read_all ON %I FOR SELECT TO portal_app USING (true)', name);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT SELECT ON organisations TO portal_auth;
--> statement-breakpoint
CREATE POLICY identity ON organisations FOR SELECT TO portal_auth USING (true);
--> statement-breakpoint

-- Identity.
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE members ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE sessions ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE accounts ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE verifications ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON users TO portal_auth;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON sessions, accounts, verifications TO portal_auth;
--> statement-breakpoint
GRANT SELECT ON members TO portal_auth;
--> statement-breakpoint
CREATE POLICY identity ON users TO portal_auth USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY identity ON sessions TO portal_auth USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY identity ON accounts TO portal_auth USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY identity ON verifications TO portal_auth USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY identity ON members FOR SELECT TO portal_auth USING (true);
--> statement-breakpoint
-- The name beside a figure ("accepted by …"), never the address.
GRANT SELECT (id, name) ON users TO portal_app;
--> statement-breakpoint
CREATE POLICY names ON users FOR SELECT TO portal_app USING ((SELECT portal.is_member()));
--> statement-breakpoint
GRANT SELECT ON members TO portal_app;
--> statement-breakpoint
CREATE POLICY own_and_colleagues ON members FOR SELECT TO portal_app USING (
  user_id = (SELECT portal.actor_id())
  OR organisation_id = ANY ((SELECT portal.actor_organisations('{viewer,editor,approver,admin}'))::uuid[]));
--> statement-breakpoint

ALTER TABLE rate_limits ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limits TO portal_auth;
--> statement-breakpoint
CREATE POLICY identity ON rate_limits TO portal_auth USING (true) WITH CHECK (true);
--> statement-breakpoint

-- Observations.
ALTER TABLE observations ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (version, state, updated_at) ON observations TO portal_app;
--> statement-breakpoint
CREATE POLICY see ON observations FOR SELECT TO portal_app USING (
  organisation_id = ANY ((SELECT portal.actor_organisations('{viewer,editor,approver,admin}'))::uuid[])
  OR (state <> 'draft' AND (
    (SELECT portal.is_secretariat())
    OR indicator_id = ANY ((SELECT portal.led_indicators('{viewer,editor,approver,admin}'))::uuid[]))));
--> statement-breakpoint
CREATE POLICY begin_own ON observations FOR INSERT TO portal_app WITH CHECK (
  version = 1 AND state IN ('draft', 'submitted')
  AND organisation_id = ANY ((SELECT portal.actor_organisations('{editor,approver,admin}'))::uuid[])
  AND EXISTS (SELECT FROM indicator_reporters r
    WHERE r.indicator_id = observations.indicator_id AND r.organisation_id = observations.organisation_id));
--> statement-breakpoint
CREATE POLICY write_own ON observations FOR UPDATE TO portal_app
USING (organisation_id = ANY ((SELECT portal.actor_organisations('{editor,approver,admin}'))::uuid[]))
WITH CHECK (state IN ('draft', 'submitted')
  AND organisation_id = ANY ((SELECT portal.actor_organisations('{editor,approver,admin}'))::uuid[]));
--> statement-breakpoint
CREATE POLICY judge ON observations FOR UPDATE TO portal_app
USING (state = 'submitted'
  AND indicator_id = ANY ((SELECT portal.led_indicators('{approver,admin}'))::uuid[]))
WITH CHECK (state IN ('accepted', 'returned')
  AND indicator_id = ANY ((SELECT portal.led_indicators('{approver,admin}'))::uuid[]));
--> statement-breakpoint

ALTER TABLE observation_versions ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON observation_versions TO portal_app;
--> statement-breakpoint
CREATE POLICY see ON observation_versions FOR SELECT TO portal_app USING (
  organisation_id = ANY ((SELECT portal.actor_organisations('{viewer,editor,approver,admin}'))::uuid[])
  OR (state <> 'draft' AND (
    (SELECT portal.is_secretariat())
    OR indicator_id = ANY ((SELECT portal.led_indicators('{viewer,editor,approver,admin}'))::uuid[])))
  OR (state = 'accepted' AND (SELECT portal.is_member())));
--> statement-breakpoint
CREATE POLICY write_own ON observation_versions FOR INSERT TO portal_app WITH CHECK (
  state IN ('draft', 'submitted') AND NOT is_demo AND created_at = now()
  AND author_id = (SELECT portal.actor_id()) AND author_organisation_id = organisation_id
  AND organisation_id = ANY ((SELECT portal.actor_organisations('{editor,approver,admin}'))::uuid[]));
--> statement-breakpoint
CREATE POLICY judge ON observation_versions FOR INSERT TO portal_app WITH CHECK (
  state IN ('accepted', 'returned') AND created_at = now()
  AND author_id = (SELECT portal.actor_id())
  AND author_organisation_id = ANY ((SELECT portal.actor_organisations('{approver,admin}'))::uuid[])
  AND indicator_id = ANY ((SELECT portal.led_indicators('{approver,admin}'))::uuid[]));
--> statement-breakpoint

ALTER TABLE evaluations ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON evaluations TO portal_app;
--> statement-breakpoint
CREATE POLICY see ON evaluations FOR SELECT TO portal_app USING ((SELECT portal.is_member()));
--> statement-breakpoint
CREATE POLICY compute ON evaluations FOR INSERT TO portal_app WITH CHECK (
  indicator_id = ANY ((SELECT portal.led_indicators('{approver,admin}'))::uuid[]));
--> statement-breakpoint
CREATE POLICY recompute ON evaluations FOR UPDATE TO portal_app
USING (indicator_id = ANY ((SELECT portal.led_indicators('{approver,admin}'))::uuid[]))
WITH CHECK (indicator_id = ANY ((SELECT portal.led_indicators('{approver,admin}'))::uuid[]));
--> statement-breakpoint

-- A counter without meaning of its own: whoever may recompute anything may move it.
ALTER TABLE plan_figures ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON plan_figures TO portal_app;
--> statement-breakpoint
CREATE POLICY see ON plan_figures FOR SELECT TO portal_app USING ((SELECT portal.is_member()));
--> statement-breakpoint
CREATE POLICY count_first ON plan_figures FOR INSERT TO portal_app
WITH CHECK (cardinality((SELECT portal.led_indicators('{approver,admin}'))) > 0);
--> statement-breakpoint
CREATE POLICY count_on ON plan_figures FOR UPDATE TO portal_app
USING (cardinality((SELECT portal.led_indicators('{approver,admin}'))) > 0)
WITH CHECK (cardinality((SELECT portal.led_indicators('{approver,admin}'))) > 0);
--> statement-breakpoint

-- Audit: written by both, changed by nobody.
ALTER TABLE audit_events ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT INSERT ON audit_events TO portal_app, portal_auth;
--> statement-breakpoint
CREATE POLICY own_acts ON audit_events FOR INSERT TO portal_app
WITH CHECK (at = now() AND action LIKE 'observation.%'
  AND actor_id IS NOT NULL AND actor_id = (SELECT portal.actor_id())
  AND organisation_id = ANY ((SELECT portal.actor_organisations('{viewer,editor,approver,admin}'))::uuid[]));
--> statement-breakpoint
CREATE POLICY sign_ins ON audit_events FOR INSERT TO portal_auth WITH CHECK (at = now() AND action LIKE 'session.%');
