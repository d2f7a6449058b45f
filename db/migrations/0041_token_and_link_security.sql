-- What opens something besides a sign-in: reporter links, by which a firm or office answers one question,
-- and API tokens, by which a program acts for an organisation.

-- Who opens a reporter link is nobody of the portal: `portal.link_id` says in a transaction which link was
-- opened, as `portal.actor_id` says who acts. It shows that link and what was answered by it, and nothing
-- else that nobody may see.
CREATE FUNCTION portal.link_id() RETURNS uuid LANGUAGE sql STABLE AS
$$ SELECT nullif(current_setting('portal.link_id', true), '')::uuid $$;
--> statement-breakpoint
-- Whether an organisation may be asked for a figure: it reports the KPI, or a round asks it.
CREATE FUNCTION portal.owes_figure(indicator uuid, organisation uuid, year integer, part integer) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT EXISTS (SELECT FROM indicator_reporters g
      WHERE g.indicator_id = indicator AND g.organisation_id = organisation)
    OR EXISTS (SELECT FROM round_questions q JOIN reporting_rounds r ON r.id = q.round_id
      WHERE q.indicator_id = indicator AND q.organisation_id = organisation
        AND q.period = part AND r.fy = year AND r.state <> 'preparing')
$$;
--> statement-breakpoint
-- Versions come one after the other while the link is open. The link stays as it is until the answer is
-- written, so that nobody takes over or revokes what is just being corrected.
CREATE FUNCTION portal.check_reporter_answer() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
DECLARE last integer;
BEGIN
  PERFORM FROM reporter_links
    WHERE id = NEW.link_id AND state = 'open' AND now() < expires_at FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the link takes no answer' USING ERRCODE = 'check_violation';
  END IF;
  SELECT coalesce(max(version), 0) INTO last FROM reporter_answers WHERE link_id = NEW.link_id;
  IF NEW.version <> last + 1 THEN
    RAISE EXCEPTION 'another answer came first' USING ERRCODE = 'unique_violation';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER check_reporter_answer BEFORE INSERT ON reporter_answers
FOR EACH ROW EXECUTE FUNCTION portal.check_reporter_answer();
--> statement-breakpoint
REVOKE ALL ON FUNCTION portal.link_id(), portal.owes_figure(uuid, uuid, integer, integer),
  portal.check_reporter_answer() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION portal.link_id(), portal.owes_figure(uuid, uuid, integer, integer) TO portal_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (state, ended_at) ON reporter_links TO portal_app;
--> statement-breakpoint
CREATE POLICY see ON reporter_links FOR SELECT TO portal_app USING (
  id = (SELECT portal.link_id())
  OR organisation_id = ANY ((SELECT portal.actor_organisations('{viewer,editor,approver,admin}'))::uuid[]));
--> statement-breakpoint
CREATE POLICY ask ON reporter_links FOR INSERT TO portal_app WITH CHECK (
  created_at = now() AND author_id = (SELECT portal.actor_id()) AND state = 'open' AND ended_at IS NULL
  AND expires_at > now() AND expires_at <= now() + interval '367 days'
  AND organisation_id = ANY ((SELECT portal.actor_organisations('{editor,approver,admin}'))::uuid[])
  AND portal.owes_figure(indicator_id, organisation_id, fy, period));
--> statement-breakpoint
CREATE POLICY end_it ON reporter_links FOR UPDATE TO portal_app
USING (state = 'open'
  AND organisation_id = ANY ((SELECT portal.actor_organisations('{editor,approver,admin}'))::uuid[]))
WITH CHECK (state IN ('used', 'revoked') AND ended_at = now());
--> statement-breakpoint
GRANT SELECT, INSERT ON reporter_answers TO portal_app;
--> statement-breakpoint
CREATE POLICY see ON reporter_answers FOR SELECT TO portal_app USING (
  link_id = (SELECT portal.link_id())
  OR EXISTS (SELECT FROM reporter_links l WHERE l.id = link_id AND l.organisation_id = ANY (
    (SELECT portal.actor_organisations('{viewer,editor,approver,admin}'))::uuid[])));
--> statement-breakpoint
CREATE POLICY answer ON reporter_answers FOR INSERT TO portal_app WITH CHECK (
  created_at = now() AND link_id = (SELECT portal.link_id()) AND (SELECT portal.actor_id()) IS NULL);
--> statement-breakpoint
-- An answer is nobody's act; the event says by which link it came.
CREATE POLICY answers ON audit_events FOR INSERT TO portal_app WITH CHECK (
  at = now() AND action = 'link.answer' AND actor_id IS NULL AND (SELECT portal.actor_id()) IS NULL
  AND EXISTS (SELECT FROM reporter_links l WHERE l.id = (SELECT portal.link_id())
    AND l.organisation_id = audit_events.organisation_id));
--> statement-breakpoint
-- The mail of a link is written with it, to its address.
CREATE POLICY ask ON mails FOR INSERT TO portal_app WITH CHECK (
  kind = 'reporter_link' AND state = 'ready' AND user_id IS NULL AND attempts = 0 AND last_error IS NULL
  AND dedupe_key IS NULL AND created_at = now() AND due_at = now() AND jsonb_array_length(items) = 1
  AND EXISTS (SELECT FROM reporter_links l WHERE l.id = link_id AND l.email = address
    AND l.author_id = (SELECT portal.actor_id()) AND l.created_at = now()));
--> statement-breakpoint

-- Tokens. The user and the membership that one acts by come and go with it, and in no other way; the
-- hash is read by sign-in alone.
CREATE FUNCTION portal.issue_token(token uuid, organisation uuid, label text, asked_scope text,
  key_hash bytea, key_ending text, expires timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
DECLARE person uuid := gen_random_uuid();
BEGIN
  IF NOT organisation = ANY (portal.actor_organisations('{admin}')) THEN
    RAISE EXCEPTION 'not an administrator' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF length(label) NOT BETWEEN 1 AND 60 OR length(key_hash) <> 32 OR length(key_ending) <> 4
    OR asked_scope NOT IN ('read', 'report')
    OR expires <= now() OR expires > now() + interval '367 days' THEN
    RAISE EXCEPTION 'not a token' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT FROM api_tokens WHERE id = token) THEN RETURN false; END IF;
  INSERT INTO users (id, name, email, kind)
    VALUES (person, 'API：' || label, 'token-' || token || '@portal.invalid', 'token');
  INSERT INTO members (organisation_id, user_id, role)
    VALUES (organisation, person, CASE asked_scope WHEN 'report' THEN 'editor' ELSE 'viewer' END);
  INSERT INTO api_tokens (id, organisation_id, user_id, name, scope, hash, ending, expires_at, author_id)
    VALUES (token, organisation, person, label, asked_scope, key_hash, key_ending, expires, portal.actor_id());
  RETURN true;
END
$$;
--> statement-breakpoint
CREATE FUNCTION portal.revoke_token(token uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
DECLARE ended api_tokens;
BEGIN
  UPDATE api_tokens SET state = 'revoked', revoked_at = now()
    WHERE id = token AND state = 'open' AND organisation_id = ANY (portal.actor_organisations('{admin}'))
    RETURNING * INTO ended;
  IF NOT FOUND THEN RETURN false; END IF;
  DELETE FROM members WHERE user_id = ended.user_id;
  RETURN true;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION portal.issue_token(uuid, uuid, text, text, bytea, text, timestamptz),
  portal.revoke_token(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION portal.issue_token(uuid, uuid, text, text, bytea, text, timestamptz),
  portal.revoke_token(uuid) TO portal_app;
--> statement-breakpoint
GRANT SELECT (id, organisation_id, user_id, name, scope, ending, state, expires_at, last_used_at,
  author_id, created_at, revoked_at) ON api_tokens TO portal_app;
--> statement-breakpoint
CREATE POLICY see ON api_tokens FOR SELECT TO portal_app USING (
  organisation_id = ANY ((SELECT portal.actor_organisations('{admin}'))::uuid[]));
--> statement-breakpoint
GRANT UPDATE (last_used_at) ON api_tokens TO portal_auth;
--> statement-breakpoint
CREATE POLICY use ON api_tokens FOR UPDATE TO portal_auth
USING (state = 'open' AND now() < expires_at) WITH CHECK (last_used_at = now());
--> statement-breakpoint
-- Programs decide nothing in anybody's place.
ALTER POLICY name ON approval_deputies WITH CHECK (
  created_at = now() AND author_id = (SELECT portal.actor_id()) AND ended_at IS NULL
  AND organisation_id = ANY ((SELECT portal.actor_organisations('{approver,admin}'))::uuid[])
  AND EXISTS (SELECT FROM members m JOIN users u ON u.id = m.user_id AND u.kind = 'person'
    WHERE m.user_id = approval_deputies.user_id
      AND m.organisation_id = approval_deputies.organisation_id AND m.role = 'editor'));
--> statement-breakpoint
-- Programs are not reminded.
GRANT SELECT (kind) ON users TO portal_mail;
