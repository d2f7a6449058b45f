-- People, their ways to sign in, and what else opens something. Nothing of it is anybody's until a
-- later migration says whose. Who keeps the portal is named once, here.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['two_factors', 'passkeys', 'member_nodes', 'platform_admins', 'invitations',
    'handovers', 'password_resets', 'identity_providers', 'api_tokens', 'reporter_links',
    'reporter_answers'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE FUNCTION portal.keeps_portal() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$ SELECT EXISTS (SELECT FROM platform_admins WHERE user_id = portal.actor_id()) $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION portal.keeps_portal() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION portal.keeps_portal() TO portal_app;
--> statement-breakpoint
GRANT SELECT ON platform_admins TO portal_auth;
--> statement-breakpoint
CREATE POLICY identity ON platform_admins FOR SELECT TO portal_auth USING (true);
--> statement-breakpoint
GRANT SELECT ON api_tokens TO portal_auth;
--> statement-breakpoint
CREATE POLICY identity ON api_tokens FOR SELECT TO portal_auth USING (true);
--> statement-breakpoint

-- Who keeps the portal sees names as members do.
DROP POLICY names ON users;
--> statement-breakpoint
CREATE POLICY names ON users FOR SELECT TO portal_app
USING ((SELECT portal.is_member()) OR (SELECT portal.keeps_portal()));
--> statement-breakpoint
GRANT SELECT (kind, erased_at) ON users TO portal_app;
--> statement-breakpoint

-- Programs are not told, asked or mentioned.
CREATE OR REPLACE FUNCTION portal.members_of(organisation uuid, roles text[])
RETURNS TABLE (user_id uuid, name text, role text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT m.user_id, u.name, m.role FROM members m JOIN users u ON u.id = m.user_id
  WHERE m.organisation_id = organisation AND m.role = ANY (roles) AND u.kind = 'person'
    AND portal.is_member()
$$;
--> statement-breakpoint

-- What opens something, and what concerns somebody's sign-in, comes to them whatever they chose.
CREATE OR REPLACE FUNCTION portal.wants_mail(person uuid, about text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT about IN ('security', 'invitation', 'password_reset', 'reporter_link') OR coalesce(
    (SELECT by_mail FROM notification_preferences WHERE user_id = person AND kind = about),
    about IN ('mention', 'returned', 'approval', 'round', 'reminder', 'digest'))
$$;
--> statement-breakpoint
-- Addresses of people outside the portal are the mail process's alone.
REVOKE SELECT ON mails FROM portal_app;
--> statement-breakpoint
GRANT SELECT (id, user_id, kind, subject, text, items, state, due_at, attempts, last_error, sent_at,
  digest_id, dedupe_key, created_at) ON mails TO portal_app;
--> statement-breakpoint
-- Notices of members name members; links are told by the policies of their own tables.
ALTER POLICY tell ON mails WITH CHECK (
  (SELECT portal.is_member()) AND user_id IS NOT NULL AND link_id IS NULL
  AND user_id <> (SELECT portal.actor_id())
  AND state = 'gathering'
  AND kind NOT IN ('reminder', 'digest', 'security', 'invitation', 'password_reset', 'reporter_link')
  AND created_at = now() AND due_at = now() AND attempts = 0 AND last_error IS NULL
  AND dedupe_key IS NULL AND text = '' AND jsonb_array_length(items) = 1
  AND items #>> '{0,path}' LIKE '/%' AND items #>> '{0,path}' NOT LIKE '//%'
  AND items #>> '{0,path}' NOT LIKE '/\\%');
--> statement-breakpoint

-- Audit: which subjects members, those who keep the portal, and sign-in write about.
DROP POLICY own_acts ON audit_events;
--> statement-breakpoint
CREATE POLICY own_acts ON audit_events FOR INSERT TO portal_app
WITH CHECK (at = now()
  AND split_part(action, '.', 1) IN ('observation', 'rubric', 'override', 'outlook', 'narrative',
    'finding', 'progress', 'milestone', 'activity', 'plan', 'revision', 'attachment', 'comment',
    'notification', 'contact', 'workspace', 'practice', 'rollout', 'round', 'approval', 'import', 'pack',
    'member', 'invitation', 'organisation', 'provider', 'token', 'link')
  AND actor_id IS NOT NULL AND actor_id = (SELECT portal.actor_id())
  AND organisation_id = ANY ((SELECT portal.actor_organisations('{viewer,editor,approver,admin}'))::uuid[]));
--> statement-breakpoint
CREATE POLICY keeping ON audit_events FOR INSERT TO portal_app
WITH CHECK (at = now() AND split_part(action, '.', 1) IN ('invitation', 'organisation', 'keeper', 'person')
  AND actor_id = (SELECT portal.actor_id()) AND (SELECT portal.keeps_portal()));
--> statement-breakpoint
ALTER POLICY sign_ins ON audit_events WITH CHECK (at = now()
  AND split_part(action, '.', 1) IN ('session', 'password', 'factor', 'passkey', 'person', 'invitation',
    'link', 'token', 'limit'));
