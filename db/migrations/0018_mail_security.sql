-- Who may write and read what goes out by mail. Members' verbs write what they tell others, and read
-- none of it back; the council's office reads the log; the mail process, as portal_mail, sends. That
-- role reads addresses, the outbox, and what reminders are made from: public definitions, who belongs
-- where, and the states of figures. Never a figure, a comment, a password or a session.

-- Who had chosen anything before there was mail keeps what everybody gets.
UPDATE notification_preferences SET by_mail = kind IN ('mention', 'returned');
--> statement-breakpoint
GRANT UPDATE (by_mail) ON notification_preferences TO portal_app;
--> statement-breakpoint

-- domain/mail/mail says the same (mailedByDefault).
CREATE FUNCTION portal.wants_mail(person uuid, about text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT coalesce(
    (SELECT by_mail FROM notification_preferences WHERE user_id = person AND kind = about),
    about IN ('mention', 'returned', 'reminder', 'digest'))
$$;
--> statement-breakpoint
-- What somebody does not want by mail is never written down for them.
CREATE FUNCTION portal.skip_unwanted_mail() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
BEGIN
  IF NOT portal.wants_mail(NEW.user_id, NEW.kind) THEN RETURN NULL; END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER skip_unwanted_mail BEFORE INSERT ON mails
FOR EACH ROW EXECUTE FUNCTION portal.skip_unwanted_mail();
--> statement-breakpoint
-- What was written stays as it is, and nothing comes back from where it ended.
CREATE FUNCTION portal.check_mail_step() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
BEGIN
  IF OLD.state NOT IN ('gathering', 'ready') OR (OLD.state = 'ready' AND NEW.state = 'gathering') THEN
    RAISE EXCEPTION 'the state does not allow this step' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER check_mail_step BEFORE UPDATE ON mails
FOR EACH ROW EXECUTE FUNCTION portal.check_mail_step();
--> statement-breakpoint
-- Where a recipient works, for the log.
CREATE FUNCTION portal.offices_of(person uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT string_agg(o.short_name, '、' ORDER BY o.position)
  FROM members m JOIN organisations o ON o.id = m.organisation_id
  WHERE m.user_id = person AND portal.is_secretariat()
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION portal.wants_mail(uuid, text), portal.skip_unwanted_mail(),
  portal.check_mail_step(), portal.offices_of(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION portal.offices_of(uuid) TO portal_app;
--> statement-breakpoint

ALTER TABLE mails ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON mails TO portal_app;
--> statement-breakpoint
CREATE POLICY read_log ON mails FOR SELECT TO portal_app USING ((SELECT portal.is_secretariat()));
--> statement-breakpoint
CREATE POLICY tell ON mails FOR INSERT TO portal_app WITH CHECK (
  (SELECT portal.is_member()) AND user_id <> (SELECT portal.actor_id())
  AND state = 'gathering' AND kind NOT IN ('reminder', 'digest')
  AND created_at = now() AND due_at = now() AND attempts = 0 AND last_error IS NULL
  AND dedupe_key IS NULL AND text = '' AND jsonb_array_length(items) = 1
  AND items #>> '{0,path}' LIKE '/%' AND items #>> '{0,path}' NOT LIKE '//%'
  AND items #>> '{0,path}' NOT LIKE '/\\%');
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (state, due_at, attempts, last_error, sent_at, digest_id)
ON mails TO portal_mail;
--> statement-breakpoint
CREATE POLICY outbox ON mails FOR SELECT TO portal_mail USING (true);
--> statement-breakpoint
CREATE POLICY compose ON mails FOR INSERT TO portal_mail
WITH CHECK (state = 'ready' AND kind IN ('reminder', 'digest'));
--> statement-breakpoint
CREATE POLICY send ON mails FOR UPDATE TO portal_mail USING (true) WITH CHECK (true);
--> statement-breakpoint

GRANT USAGE ON SCHEMA portal TO portal_mail;
--> statement-breakpoint
GRANT SELECT (id, name, email) ON users TO portal_mail;
--> statement-breakpoint
CREATE POLICY addresses ON users FOR SELECT TO portal_mail USING (true);
--> statement-breakpoint
GRANT SELECT (organisation_id, user_id, role) ON members TO portal_mail;
--> statement-breakpoint
CREATE POLICY addresses ON members FOR SELECT TO portal_mail USING (true);
--> statement-breakpoint
GRANT SELECT (indicator_id, organisation_id, fy, period, state) ON observations TO portal_mail;
--> statement-breakpoint
CREATE POLICY reminders ON observations FOR SELECT TO portal_mail USING (true);
--> statement-breakpoint
GRANT SELECT (indicator_id, organisation_id, fy, period, state) ON observation_versions TO portal_mail;
--> statement-breakpoint
CREATE POLICY reminders ON observation_versions FOR SELECT TO portal_mail USING (true);
--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['organisations', 'plans', 'indicators', 'indicator_reporters',
    'reporting_rounds'] LOOP
    EXECUTE format('GRANT SELECT ON %I TO portal_mail', name);
    EXECUTE format('CREATE POLICY reminders ON %I FOR SELECT TO portal_mail USING (true)', name);
  END LOOP;
END $$;
