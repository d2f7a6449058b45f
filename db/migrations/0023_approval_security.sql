-- The decision inside an organisation (決裁). A figure that waits for it (proposed) is seen like a draft:
-- by the organisation alone. What leaves an organisation that wants decisions was proposed by one
-- person and approved, as it stands, by another who decides there or stands in today for who does.

-- Stands in today, in Japan, for those who decide in an organisation (代決).
CREATE FUNCTION portal.deputises(person uuid, organisation uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT EXISTS (
    SELECT FROM approval_deputies d
    JOIN members m ON m.user_id = d.user_id AND m.organisation_id = d.organisation_id
    WHERE d.user_id = person AND d.organisation_id = organisation AND m.role = 'editor'
      AND d.ended_at IS NULL
      AND (now() AT TIME ZONE 'Asia/Tokyo')::date BETWEEN d.from_on AND d.until_on)
$$;
--> statement-breakpoint
-- Figures loaded with a plan or made up for the demo were decided elsewhere.
CREATE FUNCTION portal.check_approval() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
DECLARE
  proposed observation_versions;
  decides boolean;
BEGIN
  IF NEW.author_id IS NULL OR NEW.is_demo THEN RETURN NEW; END IF;
  SELECT * INTO proposed FROM observation_versions v
  WHERE v.observation_id = NEW.observation_id AND v.version = NEW.version - 1
    AND v.state = 'proposed';
  -- What goes on to the lead, or comes back with a reason, is a decision; what comes back without one
  -- was taken back by its writers.
  decides := FOUND AND (NEW.state = 'submitted' OR (NEW.state = 'draft' AND NEW.reason IS NOT NULL));
  IF NOT decides THEN
    IF NEW.on_behalf OR (NEW.state IN ('draft', 'proposed', 'submitted') AND NEW.reason IS NOT NULL)
    THEN
      RAISE EXCEPTION 'only a decision has a reason, or a deputy' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.state = 'submitted'
       AND (SELECT requires_approval FROM organisations WHERE id = NEW.organisation_id) THEN
      RAISE EXCEPTION 'the organisation decides before a figure leaves it'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'observation_versions_decided';
    END IF;
    IF FOUND AND NEW.state <> 'draft' THEN
      RAISE EXCEPTION 'what waits for a decision stays as it is' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF proposed.author_id = NEW.author_id THEN
    RAISE EXCEPTION 'nobody decides on their own proposal' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.on_behalf THEN
    IF coalesce(btrim(NEW.reason), '') = ''
       OR NOT portal.deputises(NEW.author_id, NEW.organisation_id) THEN
      RAISE EXCEPTION 'a deputy decides on the days for which there is one, and says why'
        USING ERRCODE = 'check_violation';
    END IF;
  ELSIF NOT EXISTS (SELECT FROM members m WHERE m.user_id = NEW.author_id
      AND m.organisation_id = NEW.organisation_id AND m.role IN ('approver', 'admin')) THEN
    RAISE EXCEPTION 'only those who decide in the organisation do' USING ERRCODE = 'check_violation';
  END IF;
  IF (proposed.quality, proposed.value, proposed.numerator, proposed.denominator,
      proposed.words, proposed.reached, proposed.note)
     IS DISTINCT FROM
     (NEW.quality, NEW.value, NEW.numerator, NEW.denominator, NEW.words, NEW.reached, NEW.note) THEN
    RAISE EXCEPTION 'a decision does not change the figure' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER check_approval BEFORE INSERT ON observation_versions
FOR EACH ROW EXECUTE FUNCTION portal.check_approval();
--> statement-breakpoint
REVOKE ALL ON FUNCTION portal.deputises(uuid, uuid), portal.check_approval() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION portal.deputises(uuid, uuid) TO portal_app, portal_auth;
--> statement-breakpoint

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['observations', 'observation_versions'] LOOP
    EXECUTE format('DROP POLICY see ON %I', name);
    EXECUTE format('CREATE POLICY see ON %I FOR SELECT TO portal_app USING ('
      'organisation_id = ANY ((SELECT portal.actor_organisations(''{viewer,editor,approver,admin}''))::uuid[])'
      ' OR (state NOT IN (''draft'', ''proposed'') AND ((SELECT portal.is_secretariat())'
      ' OR indicator_id = ANY ((SELECT portal.led_indicators(''{viewer,editor,approver,admin}''))::uuid[])))'
      '%s)', name,
      CASE name WHEN 'observation_versions'
        THEN ' OR (state = ''accepted'' AND (SELECT portal.is_member()))' ELSE '' END);
  END LOOP;
END $$;
--> statement-breakpoint
ALTER POLICY begin_own ON observations WITH CHECK (
  version = 1 AND state IN ('draft', 'proposed', 'submitted')
  AND organisation_id = ANY ((SELECT portal.actor_organisations('{editor,approver,admin}'))::uuid[])
  AND EXISTS (SELECT FROM indicator_reporters r
    WHERE r.indicator_id = observations.indicator_id AND r.organisation_id = observations.organisation_id));
--> statement-breakpoint
ALTER POLICY write_own ON observations WITH CHECK (state IN ('draft', 'proposed', 'submitted')
  AND organisation_id = ANY ((SELECT portal.actor_organisations('{editor,approver,admin}'))::uuid[]));
--> statement-breakpoint
ALTER POLICY write_own ON observation_versions WITH CHECK (
  state IN ('draft', 'proposed', 'submitted') AND NOT is_demo AND created_at = now()
  AND author_id = (SELECT portal.actor_id()) AND author_organisation_id = organisation_id
  AND organisation_id = ANY ((SELECT portal.actor_organisations('{editor,approver,admin}'))::uuid[]));
--> statement-breakpoint

-- Files come with what is proposed as with what is submitted, and are seen no earlier than it is.
ALTER POLICY add ON attachments WITH CHECK (
  created_at = now() AND NOT is_demo AND author_id = (SELECT portal.actor_id())
  AND withdrawn_at IS NULL AND size BETWEEN 1 AND 10485760
  AND organisation_id = ANY ((SELECT portal.actor_organisations('{editor,approver,admin}'))::uuid[])
  AND CASE
    WHEN update_id IS NOT NULL THEN EXISTS (SELECT FROM project_updates u
      WHERE u.id = update_id AND u.organisation_id = attachments.organisation_id
        AND u.author_id = attachments.author_id AND u.created_at = now())
    WHEN milestone_version_id IS NOT NULL THEN EXISTS (SELECT FROM milestone_versions v
      WHERE v.id = milestone_version_id AND v.step <> 'save'
        AND v.author_organisation_id = attachments.organisation_id
        AND v.author_id = attachments.author_id AND v.created_at = now())
    WHEN observation_id IS NOT NULL THEN EXISTS (SELECT FROM observation_versions v
      WHERE v.observation_id = attachments.observation_id
        AND v.version = attachments.observation_version
        AND v.organisation_id = attachments.organisation_id
        AND v.state IN ('draft', 'proposed', 'submitted')
        AND v.author_id = attachments.author_id AND v.created_at = now())
    ELSE portal.practice_organisation(practice_id) = organisation_id END);
--> statement-breakpoint
CREATE OR REPLACE FUNCTION portal.sees_attachment(attachment uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT portal.is_member() AND EXISTS (
    SELECT FROM attachments a WHERE a.id = attachment AND a.withdrawn_at IS NULL AND (
      a.organisation_id = ANY (portal.actor_organisations('{viewer,editor,approver,admin}'))
      OR num_nonnulls(a.update_id, a.milestone_version_id) = 1
      OR portal.sees_practice(a.practice_id)
      OR portal.sees_round_file(a.round_id, a.withdrawn_at)
      OR EXISTS (SELECT FROM observation_versions v
        WHERE v.observation_id = a.observation_id AND v.version >= a.observation_version
          AND (v.state = 'accepted' OR (v.state NOT IN ('draft', 'proposed')
            AND (portal.is_secretariat()
              OR v.indicator_id = ANY (portal.led_indicators('{viewer,editor,approver,admin}'))))))))
$$;
--> statement-breakpoint

-- Whether an organisation wants decisions is for those to say who would make them.
GRANT UPDATE (requires_approval) ON organisations TO portal_app;
--> statement-breakpoint
CREATE POLICY choose_approval ON organisations FOR UPDATE TO portal_app
USING (id = ANY ((SELECT portal.actor_organisations('{approver,admin}'))::uuid[]))
WITH CHECK (id = ANY ((SELECT portal.actor_organisations('{approver,admin}'))::uuid[]));
--> statement-breakpoint

-- They name who stands in for them: somebody who drafts in the same organisation. What was named is
-- ended, never changed.
ALTER TABLE approval_deputies ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (ended_at) ON approval_deputies TO portal_app;
--> statement-breakpoint
CREATE POLICY see ON approval_deputies FOR SELECT TO portal_app USING (
  organisation_id = ANY ((SELECT portal.actor_organisations('{viewer,editor,approver,admin}'))::uuid[]));
--> statement-breakpoint
CREATE POLICY name ON approval_deputies FOR INSERT TO portal_app WITH CHECK (
  created_at = now() AND author_id = (SELECT portal.actor_id()) AND ended_at IS NULL
  AND organisation_id = ANY ((SELECT portal.actor_organisations('{approver,admin}'))::uuid[])
  AND EXISTS (SELECT FROM members m WHERE m.user_id = approval_deputies.user_id
    AND m.organisation_id = approval_deputies.organisation_id AND m.role = 'editor'));
--> statement-breakpoint
CREATE POLICY end_early ON approval_deputies FOR UPDATE TO portal_app
USING (ended_at IS NULL
  AND organisation_id = ANY ((SELECT portal.actor_organisations('{approver,admin}'))::uuid[]))
WITH CHECK (ended_at = now());
