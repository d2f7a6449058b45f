-- Who reads the audit events, how a person is taken out, and what goes when its time is over.

-- Administrators read what was done in their organisation's name, and how its members signed in; who
-- keeps the portal reads what was done about people and rights, and nothing about figures or texts.
CREATE FUNCTION portal.administered_people() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT coalesce(array_agg(DISTINCT user_id), '{}') FROM members
  WHERE organisation_id = ANY (portal.actor_organisations('{admin}'))
$$;
--> statement-breakpoint
GRANT SELECT ON audit_events TO portal_app;
--> statement-breakpoint
CREATE POLICY administer ON audit_events FOR SELECT TO portal_app USING (
  organisation_id = ANY ((SELECT portal.actor_organisations('{admin}'))::uuid[])
  OR (organisation_id IS NULL
    AND split_part(action, '.', 1) IN ('session', 'password', 'factor', 'passkey')
    AND (actor_id = ANY ((SELECT portal.administered_people())::uuid[])
      -- Who was refused is not known to be who they said: they are the subject.
      OR (actor_id IS NULL AND subject = ANY ((SELECT portal.administered_people())::text[])))));
--> statement-breakpoint
-- domain/audit/subjects names the same ones.
CREATE POLICY keep ON audit_events FOR SELECT TO portal_app USING (
  (SELECT portal.keeps_portal())
  AND split_part(action, '.', 1) IN ('session', 'password', 'factor', 'passkey', 'person', 'member',
    'invitation', 'organisation', 'keeper', 'provider', 'token', 'link', 'limit', 'audit'));
--> statement-breakpoint
-- Whoever takes the events away as a file leaves one behind.
CREATE POLICY exports ON audit_events FOR INSERT TO portal_app WITH CHECK (
  at = now() AND action = 'audit.read' AND actor_id = (SELECT portal.actor_id())
  AND CASE WHEN organisation_id IS NULL THEN (SELECT portal.keeps_portal())
    ELSE organisation_id = ANY ((SELECT portal.actor_organisations('{admin}'))::uuid[]) END);
--> statement-breakpoint
CREATE INDEX audit_events_organisation ON audit_events (organisation_id, id);
--> statement-breakpoint
CREATE INDEX audit_events_actor ON audit_events (actor_id, id);
--> statement-breakpoint
CREATE INDEX audit_events_refused ON audit_events (subject, id) WHERE actor_id IS NULL;
--> statement-breakpoint
CREATE INDEX audit_events_request ON audit_events (request_id);
--> statement-breakpoint
-- Where events stand in the chain; its hashes stay unread.
CREATE FUNCTION portal.seals_of(events bigint[]) RETURNS TABLE (event_id bigint, "position" bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT s.event_id, s.position FROM audit_seals s
  WHERE s.event_id = ANY (events)
    AND (portal.keeps_portal() OR cardinality(portal.actor_organisations('{admin}')) > 0)
$$;
--> statement-breakpoint
-- Where somebody works: for the log of mails, and for who keeps the portal.
CREATE OR REPLACE FUNCTION portal.offices_of(person uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT string_agg(o.short_name, '、' ORDER BY o.position)
  FROM members m JOIN organisations o ON o.id = m.organisation_id
  WHERE m.user_id = person AND (portal.is_secretariat() OR portal.keeps_portal())
$$;
--> statement-breakpoint

-- What somebody was sent is theirs to read.
CREATE POLICY read_own ON mails FOR SELECT TO portal_app
USING (user_id = (SELECT portal.actor_id()));
--> statement-breakpoint
CREATE FUNCTION portal.own_events() RETURNS TABLE (
  at timestamptz, action text, organisation text, subject text, request_id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT e.at, e.action, o.short_name, e.subject, e.request_id
  FROM audit_events e LEFT JOIN organisations o ON o.id = e.organisation_id
  WHERE e.actor_id = portal.actor_id() ORDER BY e.id
$$;
--> statement-breakpoint
-- All that the actor wrote, by code and time, wherever it is: also where they may not look any more. Of
-- comments the words, which are their own. A table that names its author is in it without being named here.
CREATE FUNCTION portal.own_works() RETURNS TABLE (
  kind text, at timestamptz, organisation text, code text, fy integer, version integer, step text, body text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
DECLARE name text;
BEGIN
  FOR name IN
    SELECT c.relname FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'author_id' AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' ORDER BY c.relname
  LOOP
    RETURN QUERY EXECUTE format($works$
      SELECT %L::text, coalesce(r ->> 'created_at', r ->> 'published_at', r ->> 'at')::timestamptz,
        o.short_name, coalesce(i.code, n.code), (r ->> 'fy')::integer, (r ->> 'version')::integer,
        coalesce(r ->> 'step', r ->> 'state'), r ->> 'body'
      FROM (SELECT to_jsonb(t) AS r FROM %I t WHERE t.author_id = portal.actor_id()) works
      LEFT JOIN organisations o
        ON o.id = coalesce(r ->> 'author_organisation_id', r ->> 'organisation_id')::uuid
      LEFT JOIN indicators i ON i.id = (r ->> 'indicator_id')::uuid
      LEFT JOIN plan_nodes n ON n.id = (r ->> 'node_id')::uuid
      ORDER BY 2 $works$, name, name);
  END LOOP;
END
$$;
--> statement-breakpoint

-- People by their whole address, or by a part of their name: among the members of an organisation and
-- those who once acted for it, or among all. Addresses are compared and never answered.
CREATE FUNCTION portal.search_people(address text, part text, organisation uuid)
RETURNS TABLE (user_id uuid, name text, created_at timestamptz, offices text, acted_for text, keeps boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT u.id, u.name, u.created_at, portal.offices_of(u.id),
    (SELECT string_agg(o.short_name, '、' ORDER BY o.position) FROM organisations o
      WHERE EXISTS (SELECT FROM audit_events e WHERE e.actor_id = u.id AND e.organisation_id = o.id)),
    EXISTS (SELECT FROM platform_admins p WHERE p.user_id = u.id)
  FROM users u
  WHERE portal.keeps_portal() AND u.kind = 'person' AND u.erased_at IS NULL
    AND CASE WHEN address <> '' THEN lower(u.email) = lower(address)
      ELSE part <> '' AND position(lower(part) IN lower(u.name)) > 0
        AND (EXISTS (SELECT FROM members m WHERE m.user_id = u.id AND m.organisation_id = organisation)
          OR EXISTS (SELECT FROM audit_events e
            WHERE e.actor_id = u.id AND e.organisation_id = organisation)) END
  ORDER BY u.name, u.id LIMIT 50
$$;
--> statement-breakpoint
-- Takes a person out: name and address, every way to sign in, and what was only for them. What they did
-- stays, in the name of their office. Raises P0002 when there is nobody (any more), and 23514 while they belong anywhere.
CREATE FUNCTION portal.erase_person(person uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
DECLARE known_as text;
BEGIN
  IF NOT portal.keeps_portal() THEN
    RAISE EXCEPTION 'only who keeps the portal takes people out' USING ERRCODE = 'insufficient_privilege';
  END IF;
  -- In the order in which who accepts one takes them, so that neither waits for the other.
  PERFORM FROM invitations WHERE state = 'open'
    AND email = (SELECT lower(email) FROM users WHERE id = person) FOR UPDATE;
  SELECT lower(email) INTO known_as FROM users
  WHERE id = person AND kind = 'person' AND erased_at IS NULL FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'there is nobody to take out' USING ERRCODE = 'no_data_found';
  END IF;
  IF EXISTS (SELECT FROM members WHERE user_id = person)
     OR EXISTS (SELECT FROM platform_admins WHERE user_id = person) THEN
    RAISE EXCEPTION 'who belongs somewhere stays' USING ERRCODE = 'check_violation';
  END IF;
  DELETE FROM sessions WHERE user_id = person;
  DELETE FROM accounts WHERE user_id = person;
  DELETE FROM two_factors WHERE user_id = person;
  DELETE FROM passkeys WHERE user_id = person;
  DELETE FROM password_resets WHERE user_id = person;
  DELETE FROM verifications
  WHERE value LIKE '%' || person || '%' OR position(known_as IN lower(identifier || ' ' || value)) > 0;
  DELETE FROM notification_preferences WHERE user_id = person;
  DELETE FROM notifications WHERE user_id = person;
  DELETE FROM workspace_visits WHERE user_id = person;
  DELETE FROM mails WHERE user_id = person OR lower(address) = known_as;
  UPDATE invitations SET state = 'revoked', ended_at = now() WHERE email = known_as AND state = 'open';
  UPDATE invitations SET email = 'removed@portal.invalid' WHERE email = known_as OR user_id = person;
  UPDATE reporter_links SET recipient = '', email = '', message = '' WHERE lower(email) = known_as;
  UPDATE pt_contacts SET person = '', phone = '', email = '' WHERE lower(email) = known_as;
  UPDATE users SET name = '（氏名消去）', email = 'erased-' || id || '@portal.invalid',
    email_verified = false, image = NULL, locale = NULL,
    erased_at = now(), updated_at = now()
  WHERE id = person;
END
$$;
--> statement-breakpoint

-- Takes out what its time is over of, at most so many rows of each kind, by the database's clock; answers how
-- many of each. Called again until it answers nothing, by any number of processes at once.
-- domain/privacy/retention names the same periods.
CREATE FUNCTION portal.prune(batch integer) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
DECLARE counts jsonb := '{}'; n bigint; stale uuid[];
BEGIN
  DELETE FROM sessions WHERE id IN (SELECT id FROM sessions
    WHERE expires_at < now() LIMIT batch FOR UPDATE SKIP LOCKED);
  GET DIAGNOSTICS n = ROW_COUNT; counts := counts || jsonb_build_object('sessions', n);

  DELETE FROM verifications WHERE id IN (SELECT id FROM verifications
    WHERE expires_at < now() LIMIT batch FOR UPDATE SKIP LOCKED);
  GET DIAGNOSTICS n = ROW_COUNT; counts := counts || jsonb_build_object('verifications', n);

  DELETE FROM password_resets WHERE id IN (SELECT id FROM password_resets
    WHERE expires_at < now() - interval '30 days' LIMIT batch FOR UPDATE SKIP LOCKED);
  GET DIAGNOSTICS n = ROW_COUNT; counts := counts || jsonb_build_object('password_resets', n);

  DELETE FROM rate_limits WHERE key IN (SELECT key FROM rate_limits
    WHERE expire < now() LIMIT batch FOR UPDATE SKIP LOCKED);
  GET DIAGNOSTICS n = ROW_COUNT; counts := counts || jsonb_build_object('rate_limits', n);

  -- A key that is over acts for nobody.
  DELETE FROM members WHERE id IN (SELECT m.id FROM members m
    JOIN api_tokens t ON t.user_id = m.user_id AND t.organisation_id = m.organisation_id
    WHERE t.expires_at < now() LIMIT batch FOR UPDATE OF m SKIP LOCKED);
  GET DIAGNOSTICS n = ROW_COUNT; counts := counts || jsonb_build_object('members', n);

  -- A digest goes after what went out with it.
  DELETE FROM mails WHERE id IN (SELECT m.id FROM mails m
    WHERE m.created_at < now() - interval '365 days'
      AND NOT EXISTS (SELECT FROM mails part WHERE part.digest_id = m.id)
    ORDER BY m.created_at LIMIT batch FOR UPDATE SKIP LOCKED);
  GET DIAGNOSTICS n = ROW_COUNT; counts := counts || jsonb_build_object('mails', n);

  DELETE FROM notifications WHERE id IN (SELECT id FROM notifications
    WHERE read_at < now() - interval '365 days' LIMIT batch FOR UPDATE SKIP LOCKED);
  GET DIAGNOSTICS n = ROW_COUNT; counts := counts || jsonb_build_object('notifications', n);

  UPDATE invitations SET email = 'removed@portal.invalid',
    state = CASE state WHEN 'open' THEN 'revoked' ELSE state END,
    ended_at = coalesce(ended_at, now())
  WHERE id IN (SELECT id FROM invitations
    WHERE email <> 'removed@portal.invalid'
      AND coalesce(ended_at, expires_at) < now() - interval '90 days'
    LIMIT batch FOR UPDATE SKIP LOCKED);
  GET DIAGNOSTICS n = ROW_COUNT; counts := counts || jsonb_build_object('invitations', n);

  UPDATE reporter_links SET recipient = '', email = '', message = ''
  WHERE id IN (SELECT id FROM reporter_links
    WHERE (recipient, email, message) <> ('', '', '')
      AND least(ended_at, expires_at) < now() - interval '365 days'
    LIMIT batch FOR UPDATE SKIP LOCKED);
  GET DIAGNOSTICS n = ROW_COUNT; counts := counts || jsonb_build_object('reporter_links', n);

  UPDATE pt_contacts SET person = '', phone = '', email = ''
  WHERE id IN (SELECT c.id FROM pt_contacts c
    WHERE (c.person, c.phone, c.email) <> ('', '', '')
      AND EXISTS (SELECT FROM pt_contacts later
        WHERE later.node_id = c.node_id AND later.organisation_id = c.organisation_id
          AND later.version = c.version + 1 AND later.created_at < now() - interval '365 days')
    LIMIT batch FOR UPDATE SKIP LOCKED);
  GET DIAGNOSTICS n = ROW_COUNT; counts := counts || jsonb_build_object('pt_contacts', n);

  -- What was brought in and never taken over; the line that says so stays.
  UPDATE imports SET state = 'discarded'
  WHERE id IN (SELECT id FROM imports
    WHERE state = 'ready' AND moved_at < now() - interval '90 days' LIMIT batch FOR UPDATE SKIP LOCKED);
  SELECT array_agg(i.id) INTO stale FROM (
    SELECT i.id FROM imports i JOIN import_files f ON f.import_id = i.id
    WHERE i.state IN ('discarded', 'refused') AND i.moved_at < now() - interval '90 days'
    LIMIT least(batch, 5) FOR UPDATE OF f SKIP LOCKED) i;
  DELETE FROM import_rows WHERE import_id = ANY (stale);
  DELETE FROM import_figures WHERE import_id = ANY (stale);
  DELETE FROM import_files WHERE import_id = ANY (stale);
  GET DIAGNOSTICS n = ROW_COUNT; counts := counts || jsonb_build_object('import_files', n);
  RETURN counts;
END
$$;
--> statement-breakpoint
CREATE INDEX mails_digest ON mails (digest_id) WHERE digest_id IS NOT NULL;
--> statement-breakpoint
REVOKE ALL ON FUNCTION portal.administered_people(), portal.seals_of(bigint[]), portal.own_events(),
  portal.own_works(),
  portal.search_people(text, text, uuid), portal.erase_person(uuid), portal.prune(integer) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION portal.administered_people(), portal.seals_of(bigint[]), portal.own_events(),
  portal.own_works(),
  portal.search_people(text, text, uuid), portal.erase_person(uuid) TO portal_app;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION portal.prune(integer) TO portal_mail;
