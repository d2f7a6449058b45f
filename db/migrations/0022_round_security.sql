-- Who sees and moves rounds. A round that is being prepared is the plan's owner's alone; from its
-- opening every member sees what is asked of whom, and the round itself (its year is a plan's default
-- one) is as public as the plan.
DROP POLICY read_all ON reporting_rounds;
--> statement-breakpoint
CREATE POLICY see ON reporting_rounds FOR SELECT TO portal_app USING (
  (state <> 'preparing' AND plan_id <> ALL ((SELECT portal.hidden_plans())::uuid[]))
  OR plan_id = ANY ((SELECT portal.owned_plans('{viewer,editor,approver,admin}'))::uuid[]));
--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['round_records', 'round_questions', 'round_extensions'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('GRANT SELECT ON %I TO portal_app', name);
    EXECUTE format('CREATE POLICY see ON %I FOR SELECT TO portal_app USING ('
      '(SELECT portal.is_member()) AND EXISTS (SELECT FROM reporting_rounds r WHERE r.id = round_id))',
      name);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT SELECT ON round_questions, round_extensions TO portal_mail;
--> statement-breakpoint
CREATE POLICY reminders ON round_questions FOR SELECT TO portal_mail USING (true);
--> statement-breakpoint
CREATE POLICY reminders ON round_extensions FOR SELECT TO portal_mail USING (true);
--> statement-breakpoint

-- A round says what the newest line of its record says: the database itself carries it over.
ALTER TABLE round_records
  ADD CONSTRAINT round_records_head UNIQUE (round_id, version, state, due_on);
--> statement-breakpoint
ALTER TABLE reporting_rounds ADD CONSTRAINT reporting_rounds_newest
  FOREIGN KEY (id, version, state, due_on)
  REFERENCES round_records (round_id, version, state, due_on) DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
-- What a round may ask for: a KPI of its plan, of an organisation that reports it, for a part of the
-- year that it is reported for. domain/round/questions says the same.
CREATE FUNCTION portal.is_askable(asking uuid, indicator uuid, organisation uuid, part integer)
RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT EXISTS (
    SELECT FROM reporting_rounds r
    JOIN indicators i ON i.plan_id = r.plan_id AND r.fy BETWEEN i.first_fy AND i.last_fy
      AND (i.survey_interval IS NULL OR (r.fy - i.survey_fy) % i.survey_interval = 0)
    JOIN indicator_reporters g ON g.indicator_id = i.id AND g.organisation_id = organisation
    WHERE r.id = asking AND i.id = indicator AND CASE i.frequency
      WHEN 'half_yearly' THEN part BETWEEN 1 AND 2 WHEN 'quarterly' THEN part BETWEEN 1 AND 4
      WHEN 'monthly' THEN part BETWEEN 1 AND 12 ELSE part = 0 END)
$$;
--> statement-breakpoint
-- The states of the rounds that ask for a figure. They stay so until the transaction ends: who closes
-- a round waits for those who are writing, and who writes for the one who is closing.
CREATE FUNCTION portal.rounds_asking(indicator uuid, organisation uuid, year integer, part integer)
RETURNS text[]
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT coalesce(array_agg(state), '{}') FROM (
    SELECT r.state FROM round_questions q JOIN reporting_rounds r ON r.id = q.round_id
    WHERE q.indicator_id = indicator AND q.organisation_id = organisation AND q.period = part
      AND r.fy = year AND r.state <> 'preparing'
    FOR SHARE OF r) asking
$$;
--> statement-breakpoint

-- What is loaded with a plan is nobody's act, and follows none of these rules; who is not signed in is
-- refused by the policies below.

-- A round goes on as domain/round/states lists it, one step at a time.
CREATE FUNCTION portal.check_round_step() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
DECLARE head reporting_rounds;
BEGIN
  IF portal.actor_id() IS NULL THEN RETURN NEW; END IF;
  SELECT * INTO head FROM reporting_rounds r WHERE r.id = NEW.round_id FOR UPDATE;
  IF NOT EXISTS (SELECT FROM round_records v WHERE v.round_id = NEW.round_id) THEN
    IF (NEW.version, NEW.step, NEW.state) IS DISTINCT FROM (1, 'prepare', 'preparing') THEN
      RAISE EXCEPTION 'a round is prepared first' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.version <> head.version + 1 THEN
    RAISE EXCEPTION 'a step follows the one before it' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.state IS DISTINCT FROM (CASE NEW.step
    WHEN 'prepare' THEN CASE WHEN head.state = 'preparing' THEN 'preparing' END
    WHEN 'open' THEN CASE WHEN head.state = 'preparing' THEN 'open' END
    WHEN 'close' THEN CASE WHEN head.state = 'open' THEN 'closed' END
    WHEN 'reopen' THEN CASE WHEN head.state IN ('closed', 'published') THEN 'open' END
    WHEN 'publish' THEN CASE WHEN head.state = 'closed' THEN 'published' END
  END) THEN
    RAISE EXCEPTION 'the state does not allow this step' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.step IN ('open', 'close', 'publish') AND NEW.due_on <> head.due_on THEN
    RAISE EXCEPTION 'this step leaves the due day alone' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.step = 'open' AND (
    NOT EXISTS (SELECT FROM round_questions q WHERE q.round_id = head.id)
    OR EXISTS (SELECT FROM round_questions q WHERE q.round_id = head.id
      AND NOT portal.is_askable(q.round_id, q.indicator_id, q.organisation_id, q.period))) THEN
    RAISE EXCEPTION 'a round asks for what is reported' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.step = 'publish' AND (
    EXISTS (SELECT FROM round_questions q JOIN observations o ON o.indicator_id = q.indicator_id
        AND o.organisation_id = q.organisation_id AND o.period = q.period AND o.fy = head.fy
      WHERE q.round_id = head.id AND o.state = 'submitted')
    OR NOT EXISTS (SELECT FROM publications p
      WHERE p.plan_id = head.plan_id AND p.fy = head.fy AND p.created_at = now())) THEN
    RAISE EXCEPTION 'an edition is published of what was judged' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER check_round_step BEFORE INSERT ON round_records
FOR EACH ROW EXECUTE FUNCTION portal.check_round_step();
--> statement-breakpoint
CREATE FUNCTION portal.move_round() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
BEGIN
  UPDATE reporting_rounds SET version = NEW.version, state = NEW.state, due_on = NEW.due_on,
    opened_at = CASE WHEN NEW.state <> 'preparing' THEN coalesce(opened_at, NEW.created_at) END
  WHERE id = NEW.round_id AND version < NEW.version;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER move_round AFTER INSERT ON round_records
FOR EACH ROW EXECUTE FUNCTION portal.move_round();
--> statement-breakpoint
-- What is asked changes only while the round is being prepared.
CREATE FUNCTION portal.check_round_question() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
DECLARE asking text;
BEGIN
  IF portal.actor_id() IS NULL THEN RETURN coalesce(NEW, OLD); END IF;
  SELECT r.state INTO asking FROM reporting_rounds r
  WHERE r.id = coalesce(NEW.round_id, OLD.round_id) FOR SHARE;
  IF asking <> 'preparing' THEN
    RAISE EXCEPTION 'what is asked stays' USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'INSERT'
     AND NOT portal.is_askable(NEW.round_id, NEW.indicator_id, NEW.organisation_id, NEW.period) THEN
    RAISE EXCEPTION 'a round asks for what is reported' USING ERRCODE = 'check_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END
$$;
--> statement-breakpoint
CREATE TRIGGER check_round_question BEFORE INSERT OR DELETE ON round_questions
FOR EACH ROW EXECUTE FUNCTION portal.check_round_question();
--> statement-breakpoint
-- Longer than before, for somebody who is asked, while the round is open.
CREATE FUNCTION portal.check_round_extension() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
DECLARE
  head reporting_rounds;
  before round_extensions;
BEGIN
  IF portal.actor_id() IS NULL THEN RETURN NEW; END IF;
  SELECT * INTO head FROM reporting_rounds r WHERE r.id = NEW.round_id FOR SHARE;
  SELECT * INTO before FROM round_extensions e
  WHERE e.round_id = NEW.round_id AND e.organisation_id = NEW.organisation_id
  ORDER BY e.version DESC LIMIT 1;
  IF NEW.version <> coalesce(before.version, 0) + 1 THEN
    RAISE EXCEPTION 'an extension follows the one before it' USING ERRCODE = 'check_violation';
  END IF;
  IF head.state <> 'open' OR NEW.due_on <= greatest(before.due_on, head.due_on)
     OR NOT EXISTS (SELECT FROM round_questions q
       WHERE q.round_id = NEW.round_id AND q.organisation_id = NEW.organisation_id) THEN
    RAISE EXCEPTION 'who is asked is given longer' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER check_round_extension BEFORE INSERT ON round_extensions
FOR EACH ROW EXECUTE FUNCTION portal.check_round_extension();
--> statement-breakpoint
-- An edition follows the one before it, and comes of a round that is closed.
CREATE FUNCTION portal.check_publication() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
BEGIN
  IF portal.actor_id() IS NULL THEN RETURN NEW; END IF;
  IF NEW.edition <> 1 + (SELECT coalesce(max(p.edition), 0) FROM publications p
      WHERE p.plan_id = NEW.plan_id AND p.fy = NEW.fy)
     OR NOT EXISTS (SELECT FROM reporting_rounds r
       WHERE r.plan_id = NEW.plan_id AND r.fy = NEW.fy AND r.state = 'closed') THEN
    RAISE EXCEPTION 'what is published comes of a closed round' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER check_publication BEFORE INSERT ON publications
FOR EACH ROW EXECUTE FUNCTION portal.check_publication();
--> statement-breakpoint
-- A closed round takes no figure, a published one no judgement either, unless another one that asks
-- for the same does. domain/round/figure-lock says the same.
CREATE FUNCTION portal.check_round_takes() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
DECLARE asking text[];
BEGIN
  IF portal.actor_id() IS NULL THEN RETURN NEW; END IF;
  asking := portal.rounds_asking(NEW.indicator_id, NEW.organisation_id, NEW.fy, NEW.period);
  IF asking <> '{}' AND NOT asking
     && (CASE NEW.state WHEN 'accepted' THEN '{open,closed}' ELSE '{open}' END)::text[] THEN
    RAISE EXCEPTION 'the round takes nothing more' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER check_round_takes BEFORE INSERT ON observation_versions
FOR EACH ROW EXECUTE FUNCTION portal.check_round_takes();
--> statement-breakpoint
REVOKE ALL ON FUNCTION portal.is_askable(uuid, uuid, uuid, integer),
  portal.rounds_asking(uuid, uuid, integer, integer), portal.check_round_step(),
  portal.move_round(), portal.check_round_question(), portal.check_round_extension(),
  portal.check_publication(), portal.check_round_takes() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION portal.is_askable(uuid, uuid, uuid, integer),
  portal.rounds_asking(uuid, uuid, integer, integer) TO portal_app;
--> statement-breakpoint

-- The plan's owner prepares rounds and takes them further; who decides there opens them again and
-- publishes. State and due day are moved by the record alone.
GRANT INSERT, UPDATE (title, fy, instructions) ON reporting_rounds TO portal_app;
--> statement-breakpoint
CREATE POLICY prepare ON reporting_rounds FOR INSERT TO portal_app WITH CHECK (
  state = 'preparing' AND version = 1 AND opened_at IS NULL AND created_at = now()
  AND plan_id = ANY ((SELECT portal.owned_plans('{editor,approver,admin}'))::uuid[]));
--> statement-breakpoint
CREATE POLICY change ON reporting_rounds FOR UPDATE TO portal_app
USING (plan_id = ANY ((SELECT portal.owned_plans('{editor,approver,admin}'))::uuid[]))
WITH CHECK (state = 'preparing'
  AND plan_id = ANY ((SELECT portal.owned_plans('{editor,approver,admin}'))::uuid[]));
--> statement-breakpoint
GRANT INSERT ON round_records, round_extensions, publications TO portal_app;
--> statement-breakpoint
CREATE POLICY advance ON round_records FOR INSERT TO portal_app WITH CHECK (
  created_at = now() AND author_id = (SELECT portal.actor_id())
  AND author_organisation_id = ANY (CASE WHEN step IN ('reopen', 'publish')
    THEN (SELECT portal.actor_organisations('{approver,admin}'))::uuid[]
    ELSE (SELECT portal.actor_organisations('{editor,approver,admin}'))::uuid[] END)
  AND EXISTS (SELECT FROM reporting_rounds r JOIN plans p ON p.id = r.plan_id
    WHERE r.id = round_id AND p.owner_id = author_organisation_id));
--> statement-breakpoint
CREATE POLICY extend ON round_extensions FOR INSERT TO portal_app WITH CHECK (
  created_at = now() AND author_id = (SELECT portal.actor_id())
  AND author_organisation_id = ANY ((SELECT portal.actor_organisations('{editor,approver,admin}'))::uuid[])
  AND EXISTS (SELECT FROM reporting_rounds r JOIN plans p ON p.id = r.plan_id
    WHERE r.id = round_id AND p.owner_id = author_organisation_id));
--> statement-breakpoint
GRANT INSERT, DELETE ON round_questions TO portal_app;
--> statement-breakpoint
CREATE POLICY ask ON round_questions FOR INSERT TO portal_app WITH CHECK (
  EXISTS (SELECT FROM reporting_rounds r WHERE r.id = round_id
    AND r.plan_id = ANY ((SELECT portal.owned_plans('{editor,approver,admin}'))::uuid[])));
--> statement-breakpoint
CREATE POLICY ask_no_more ON round_questions FOR DELETE TO portal_app USING (
  EXISTS (SELECT FROM reporting_rounds r WHERE r.id = round_id
    AND r.plan_id = ANY ((SELECT portal.owned_plans('{editor,approver,admin}'))::uuid[])));
--> statement-breakpoint
CREATE POLICY publish ON publications FOR INSERT TO portal_app WITH CHECK (
  created_at = now()
  AND plan_id = ANY ((SELECT portal.owned_plans('{approver,admin}'))::uuid[]));
--> statement-breakpoint

-- What a round sends along is seen by whoever sees the round; what its owner took back before it was
-- opened, by nobody else.
CREATE FUNCTION portal.sees_round_file(round uuid, withdrawn timestamptz) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT portal.is_member() AND EXISTS (SELECT FROM reporting_rounds r WHERE r.id = round
    AND (r.plan_id = ANY (portal.owned_plans('{viewer,editor,approver,admin}'))
      OR (r.state <> 'preparing' AND (withdrawn IS NULL OR withdrawn >= r.opened_at))))
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION portal.sees_round_file(uuid, timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION portal.sees_round_file(uuid, timestamptz) TO portal_app;
--> statement-breakpoint
CREATE POLICY of_rounds ON attachments AS RESTRICTIVE FOR SELECT TO portal_app USING (
  round_id IS NULL OR portal.sees_round_file(round_id, withdrawn_at));
--> statement-breakpoint
-- While it is being prepared, and by its plan's owner.
CREATE POLICY add_to_round ON attachments FOR INSERT TO portal_app WITH CHECK (
  created_at = now() AND NOT is_demo AND author_id = (SELECT portal.actor_id())
  AND withdrawn_at IS NULL AND size BETWEEN 1 AND 10485760
  AND organisation_id = ANY ((SELECT portal.actor_organisations('{editor,approver,admin}'))::uuid[])
  AND EXISTS (SELECT FROM reporting_rounds r JOIN plans p ON p.id = r.plan_id
    WHERE r.id = attachments.round_id AND r.state = 'preparing'
      AND p.owner_id = attachments.organisation_id));
--> statement-breakpoint

-- domain/mail/mail says the same (mailedByDefault).
CREATE OR REPLACE FUNCTION portal.wants_mail(person uuid, about text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT coalesce(
    (SELECT by_mail FROM notification_preferences WHERE user_id = person AND kind = about),
    about IN ('mention', 'returned', 'approval', 'round', 'reminder', 'digest'))
$$;
--> statement-breakpoint
DROP POLICY own_acts ON audit_events;
--> statement-breakpoint
CREATE POLICY own_acts ON audit_events FOR INSERT TO portal_app
WITH CHECK (at = now()
  AND split_part(action, '.', 1) IN ('observation', 'rubric', 'override', 'outlook', 'narrative',
    'finding', 'progress', 'milestone', 'activity', 'plan', 'revision', 'attachment', 'comment',
    'notification', 'contact', 'workspace', 'practice', 'rollout', 'round', 'approval', 'import')
  AND actor_id IS NOT NULL AND actor_id = (SELECT portal.actor_id())
  AND organisation_id = ANY ((SELECT portal.actor_organisations('{viewer,editor,approver,admin}'))::uuid[]));
