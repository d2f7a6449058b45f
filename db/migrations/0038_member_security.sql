-- Who belongs to an organisation, who may ask others in, and who keeps the portal. Members are taken in
-- by nobody but themselves, with an open invitation of their address; changed and ended by their
-- organisation's administrators. Who keeps the portal makes organisations and names their first
-- administrator, and belongs to none of them by it.

-- The link that a first start prints asks for the address itself.
ALTER TABLE invitations ALTER COLUMN email DROP NOT NULL;
--> statement-breakpoint
ALTER TABLE invitations ADD CONSTRAINT invitations_first
CHECK (email is not null or (organisation_id is null and author_id is null));
--> statement-breakpoint
ALTER TABLE notifications DROP CONSTRAINT notifications_kind;
--> statement-breakpoint
ALTER TABLE notifications ADD CONSTRAINT notifications_kind CHECK (kind IN ('mention', 'reply',
  'resolved', 'submitted', 'returned', 'accepted', 'approval', 'round', 'revision', 'practice', 'handover'));
--> statement-breakpoint
ALTER TABLE notification_preferences DROP CONSTRAINT notification_preferences_kind;
--> statement-breakpoint
ALTER TABLE notification_preferences ADD CONSTRAINT notification_preferences_kind CHECK (kind IN ('mention',
  'reply', 'resolved', 'submitted', 'returned', 'accepted', 'approval', 'round', 'revision', 'practice',
  'handover', 'reminder'));
--> statement-breakpoint
ALTER TABLE mails DROP CONSTRAINT mails_kind;
--> statement-breakpoint
ALTER TABLE mails ADD CONSTRAINT mails_kind CHECK (kind IN ('mention', 'reply', 'resolved', 'submitted',
  'returned', 'accepted', 'approval', 'round', 'revision', 'practice', 'handover', 'reminder', 'digest',
  'security', 'invitation', 'password_reset', 'reporter_link'));
--> statement-breakpoint
-- domain/mail/mail says the same (mailedByDefault).
CREATE OR REPLACE FUNCTION portal.wants_mail(person uuid, about text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT about IN ('security', 'invitation', 'password_reset', 'reporter_link') OR coalesce(
    (SELECT by_mail FROM notification_preferences WHERE user_id = person AND kind = about),
    about IN ('mention', 'returned', 'approval', 'round', 'handover', 'reminder', 'digest'))
$$;
--> statement-breakpoint

CREATE FUNCTION portal.has_admin(organisation uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT EXISTS (SELECT FROM members m JOIN users u ON u.id = m.user_id
    WHERE m.organisation_id = organisation AND m.role = 'admin' AND u.kind = 'person')
$$;
--> statement-breakpoint
-- Why the actor may not ask an address into an organisation (or, without one, to keep the portal); null
-- where they may. It tells of nobody who is not there already.
CREATE FUNCTION portal.invitation_refusal(organisation uuid, asked_role text, address text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT CASE
    WHEN organisation IS NULL AND NOT (portal.keeps_portal() AND asked_role = 'admin') THEN 'forbidden'
    WHEN organisation IS NOT NULL
      AND NOT organisation = ANY (portal.actor_organisations('{admin}'))
      AND NOT (portal.keeps_portal() AND asked_role = 'admin' AND NOT portal.has_admin(organisation))
      THEN 'forbidden'
    WHEN EXISTS (SELECT FROM users WHERE id = portal.actor_id() AND lower(email) = address) THEN 'self'
    WHEN organisation IS NULL AND EXISTS (SELECT FROM platform_admins p JOIN users u ON u.id = p.user_id
      WHERE lower(u.email) = address) THEN 'member'
    WHEN EXISTS (SELECT FROM members m JOIN users u ON u.id = m.user_id
      WHERE m.organisation_id = organisation AND lower(u.email) = address) THEN 'member'
  END
$$;
--> statement-breakpoint
-- What administrators see of their members beside the name.
CREATE FUNCTION portal.member_details(organisation uuid)
RETURNS TABLE (user_id uuid, email text, second_factor boolean, seen_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  WITH held AS (SELECT m.user_id FROM members m WHERE m.organisation_id = organisation
    AND organisation = ANY (portal.actor_organisations('{admin}'))),
  seen AS (
    SELECT t.person, max(t.at) AS at FROM (
      SELECT s.user_id AS person, s.last_seen_at AS at FROM sessions s
      WHERE s.user_id IN (SELECT h.user_id FROM held h)
      UNION ALL
      SELECT a.actor_id, a.at FROM audit_events a
      WHERE a.actor_id IN (SELECT h.user_id FROM held h)) t
    GROUP BY t.person)
  SELECT u.id, u.email,
    EXISTS (SELECT FROM two_factors t WHERE t.user_id = u.id AND t.verified)
      OR EXISTS (SELECT FROM passkeys p WHERE p.user_id = u.id),
    (seen.at AT TIME ZONE 'Asia/Tokyo')::date
  FROM held JOIN users u ON u.id = held.user_id LEFT JOIN seen ON seen.person = u.id
$$;
--> statement-breakpoint
-- How many belong to each organisation, for who keeps the portal.
CREATE FUNCTION portal.organisation_staff()
RETURNS TABLE (organisation_id uuid, members integer, admins integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT m.organisation_id, count(*)::integer, (count(*) FILTER (WHERE m.role = 'admin'))::integer
  FROM members m JOIN users u ON u.id = m.user_id
  WHERE u.kind = 'person' AND portal.keeps_portal() GROUP BY m.organisation_id
$$;
--> statement-breakpoint
-- Who of an organisation is told of figures: those who look after a PT that one of them belongs to, and
-- those who have chosen none of its plan. Where that is nobody, everybody: nothing goes untold.
CREATE FUNCTION portal.members_about(organisation uuid, roles text[], figures uuid[])
RETURNS TABLE (user_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  WITH RECURSIVE above AS (
    SELECT n.id, n.parent_id, n.plan_id, n.kind FROM plan_nodes n
    WHERE n.id IN (SELECT i.home_node_id FROM indicators i WHERE i.id = ANY (figures)
      UNION SELECT x.node_id FROM indicator_nodes x WHERE x.indicator_id = ANY (figures))
    UNION
    SELECT n.id, n.parent_id, n.plan_id, n.kind FROM plan_nodes n JOIN above ON n.id = above.parent_id),
  held AS (
    SELECT m.user_id,
      NOT EXISTS (SELECT FROM member_nodes c JOIN plan_nodes n ON n.id = c.node_id
        WHERE c.member_id = m.id AND n.plan_id IN (SELECT plan_id FROM above))
      OR EXISTS (SELECT FROM member_nodes c WHERE c.member_id = m.id
        AND c.node_id IN (SELECT id FROM above)) AS concerned
    FROM portal.members_of(organisation, roles) o
    JOIN members m ON m.user_id = o.user_id AND m.organisation_id = organisation)
  SELECT held.user_id FROM held WHERE concerned OR NOT EXISTS (SELECT FROM held h WHERE h.concerned)
$$;
--> statement-breakpoint

-- An organisation that has administrators keeps one: who is last steps back after naming another. Two
-- who leave at once come one after the other.
CREATE FUNCTION portal.keep_an_admin() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
BEGIN
  PERFORM FROM organisations WHERE id = OLD.organisation_id FOR NO KEY UPDATE;
  IF NOT portal.has_admin(OLD.organisation_id) THEN
    RAISE EXCEPTION 'an organisation keeps an administrator'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'members_keep_an_admin';
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER keep_an_admin AFTER UPDATE OR DELETE ON members
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.role = 'admin')
EXECUTE FUNCTION portal.keep_an_admin();
--> statement-breakpoint
-- Columns are granted to the pages' role, and not to a policy: who may change which is said here. Plans
-- and organisations of a release are loaded by nobody.
CREATE FUNCTION portal.check_organisation_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
BEGIN
  IF portal.actor_id() IS NULL THEN RETURN NEW; END IF;
  IF (OLD.slug, OLD.kind, OLD.code, OLD.short_name, OLD.name, OLD.position)
      IS DISTINCT FROM (NEW.slug, NEW.kind, NEW.code, NEW.short_name, NEW.name, NEW.position)
     AND NOT portal.keeps_portal() THEN
    RAISE EXCEPTION 'only who keeps the portal names organisations' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF OLD.requires_approval <> NEW.requires_approval
     AND NOT NEW.id = ANY (portal.actor_organisations('{approver,admin}')) THEN
    RAISE EXCEPTION 'only those who decide in it choose this' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF OLD.requires_second_factor <> NEW.requires_second_factor
     AND NOT NEW.id = ANY (portal.actor_organisations('{admin}')) THEN
    RAISE EXCEPTION 'only its administrators choose this' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER check_organisation_change BEFORE UPDATE ON organisations
FOR EACH ROW EXECUTE FUNCTION portal.check_organisation_change();
--> statement-breakpoint
REVOKE ALL ON FUNCTION portal.has_admin(uuid), portal.invitation_refusal(uuid, text, text),
  portal.member_details(uuid), portal.organisation_staff(), portal.members_about(uuid, text[], uuid[]),
  portal.keep_an_admin(), portal.check_organisation_change() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION portal.has_admin(uuid), portal.invitation_refusal(uuid, text, text),
  portal.member_details(uuid), portal.organisation_staff(), portal.members_about(uuid, text[], uuid[])
TO portal_app;
--> statement-breakpoint

GRANT INSERT, UPDATE (kind, code, short_name, name) ON organisations TO portal_app;
--> statement-breakpoint
CREATE POLICY create_new ON organisations FOR INSERT TO portal_app WITH CHECK (
  (SELECT portal.keeps_portal()) AND NOT requires_approval AND NOT requires_second_factor);
--> statement-breakpoint
CREATE POLICY rename ON organisations FOR UPDATE TO portal_app
USING ((SELECT portal.keeps_portal())) WITH CHECK ((SELECT portal.keeps_portal()));
--> statement-breakpoint
GRANT SELECT ON platform_admins TO portal_app;
--> statement-breakpoint
CREATE POLICY see ON platform_admins FOR SELECT TO portal_app USING ((SELECT portal.keeps_portal()));
--> statement-breakpoint
GRANT DELETE ON platform_admins TO portal_app;
--> statement-breakpoint
CREATE POLICY end_it ON platform_admins FOR DELETE TO portal_app USING ((SELECT portal.keeps_portal()));
--> statement-breakpoint
-- Somebody keeps the portal: two who end each other's keeping at once come one after the other.
CREATE FUNCTION portal.keep_a_keeper() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('platform_admins'));
  IF NOT EXISTS (SELECT FROM platform_admins) THEN
    RAISE EXCEPTION 'somebody keeps the portal' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION portal.keep_a_keeper() FROM PUBLIC;
--> statement-breakpoint
CREATE TRIGGER keep_a_keeper AFTER DELETE ON platform_admins
FOR EACH ROW WHEN (portal.actor_id() IS NOT NULL) EXECUTE FUNCTION portal.keep_a_keeper();
--> statement-breakpoint
GRANT INSERT ON platform_admins TO portal_auth;
--> statement-breakpoint
CREATE POLICY accept ON platform_admins FOR INSERT TO portal_auth WITH CHECK (
  EXISTS (SELECT FROM invitations i JOIN users u ON u.id = platform_admins.user_id
    WHERE i.organisation_id IS NULL AND i.state = 'open' AND now() < i.expires_at
      AND (i.email IS NULL OR i.email = lower(u.email))));
--> statement-breakpoint

GRANT UPDATE (role), DELETE ON members TO portal_app;
--> statement-breakpoint
CREATE POLICY change ON members FOR UPDATE TO portal_app
USING (organisation_id = ANY ((SELECT portal.actor_organisations('{admin}'))::uuid[])
  AND EXISTS (SELECT FROM users u WHERE u.id = user_id AND u.kind = 'person'))
WITH CHECK (organisation_id = ANY ((SELECT portal.actor_organisations('{admin}'))::uuid[]));
--> statement-breakpoint
CREATE POLICY end_it ON members FOR DELETE TO portal_app
USING (organisation_id = ANY ((SELECT portal.actor_organisations('{admin}'))::uuid[])
  AND EXISTS (SELECT FROM users u WHERE u.id = user_id AND u.kind = 'person'));
--> statement-breakpoint
GRANT INSERT ON members TO portal_auth;
--> statement-breakpoint
CREATE POLICY accept ON members FOR INSERT TO portal_auth WITH CHECK (
  EXISTS (SELECT FROM invitations i JOIN users u ON u.id = members.user_id AND lower(u.email) = i.email
    WHERE i.organisation_id = members.organisation_id AND i.role = members.role
      AND i.state = 'open' AND now() < i.expires_at));
--> statement-breakpoint

-- Who looks after which PT is for colleagues to see.
GRANT SELECT, INSERT, DELETE ON member_nodes TO portal_app;
--> statement-breakpoint
CREATE POLICY see ON member_nodes FOR SELECT TO portal_app USING (
  EXISTS (SELECT FROM members m WHERE m.id = member_id));
--> statement-breakpoint
CREATE POLICY choose ON member_nodes FOR INSERT TO portal_app WITH CHECK (
  EXISTS (SELECT FROM members m
    JOIN node_organisations o ON o.organisation_id = m.organisation_id AND o.node_id = member_nodes.node_id
    JOIN plan_nodes n ON n.id = o.node_id AND n.kind = 'goal'
    WHERE m.id = member_id
      AND m.organisation_id = ANY ((SELECT portal.actor_organisations('{admin}'))::uuid[])));
--> statement-breakpoint
CREATE POLICY drop_it ON member_nodes FOR DELETE TO portal_app USING (
  EXISTS (SELECT FROM members m WHERE m.id = member_id
    AND m.organisation_id = ANY ((SELECT portal.actor_organisations('{admin}'))::uuid[])));
--> statement-breakpoint
GRANT INSERT ON member_nodes TO portal_auth;
--> statement-breakpoint
CREATE POLICY accept ON member_nodes FOR INSERT TO portal_auth WITH CHECK (
  EXISTS (SELECT FROM members m JOIN users u ON u.id = m.user_id
    JOIN invitations i ON i.organisation_id = m.organisation_id AND i.email = lower(u.email)
    WHERE m.id = member_id AND member_nodes.node_id = ANY (i.node_ids)
      AND i.state = 'open' AND now() < i.expires_at));
--> statement-breakpoint

-- Invitations. Who keeps the portal sees those by which administrators are named.
GRANT SELECT, INSERT, UPDATE (state, ended_at) ON invitations TO portal_app;
--> statement-breakpoint
CREATE POLICY see ON invitations FOR SELECT TO portal_app USING (
  organisation_id = ANY ((SELECT portal.actor_organisations('{admin}'))::uuid[])
  OR ((SELECT portal.keeps_portal()) AND role = 'admin'));
--> statement-breakpoint
CREATE POLICY send ON invitations FOR INSERT TO portal_app WITH CHECK (
  created_at = now() AND author_id = (SELECT portal.actor_id()) AND state = 'open'
  AND expires_at <= now() + interval '7 days' AND email IS NOT NULL
  AND portal.invitation_refusal(organisation_id, role, email) IS NULL);
--> statement-breakpoint
CREATE POLICY revoke ON invitations FOR UPDATE TO portal_app
USING (state = 'open' AND (
  organisation_id = ANY ((SELECT portal.actor_organisations('{admin}'))::uuid[])
  OR ((SELECT portal.keeps_portal()) AND role = 'admin')))
WITH CHECK (state = 'revoked' AND ended_at = now());
--> statement-breakpoint
GRANT SELECT, UPDATE (state, user_id, ended_at) ON invitations TO portal_auth;
--> statement-breakpoint
CREATE POLICY open_link ON invitations FOR SELECT TO portal_auth USING (true);
--> statement-breakpoint
CREATE POLICY accept ON invitations FOR UPDATE TO portal_auth
USING (state = 'open' AND now() < expires_at) WITH CHECK (state = 'used' AND ended_at = now());
--> statement-breakpoint
GRANT SELECT ON plan_nodes TO portal_auth;
--> statement-breakpoint
CREATE POLICY identity ON plan_nodes FOR SELECT TO portal_auth USING (true);
--> statement-breakpoint
-- The mail of an invitation is written with it, to its address.
CREATE POLICY invite ON mails FOR INSERT TO portal_app WITH CHECK (
  kind = 'invitation' AND state = 'ready' AND user_id IS NULL AND attempts = 0 AND last_error IS NULL
  AND dedupe_key IS NULL AND created_at = now() AND due_at = now() AND jsonb_array_length(items) = 1
  AND EXISTS (SELECT FROM invitations i WHERE i.id = link_id AND i.email = address
    AND i.author_id = (SELECT portal.actor_id()) AND i.created_at = now()));
--> statement-breakpoint

-- What was left to whom, for those two and who administers.
GRANT SELECT, INSERT ON handovers TO portal_app;
--> statement-breakpoint
CREATE POLICY see ON handovers FOR SELECT TO portal_app USING (
  organisation_id = ANY ((SELECT portal.actor_organisations('{admin}'))::uuid[])
  OR ((SELECT portal.actor_id()) IN (from_user_id, to_user_id)
    AND organisation_id = ANY ((SELECT portal.actor_organisations('{viewer,editor,approver,admin}'))::uuid[])));
--> statement-breakpoint
CREATE POLICY hand_over ON handovers FOR INSERT TO portal_app WITH CHECK (
  created_at = now() AND author_id = (SELECT portal.actor_id()) AND from_user_id <> to_user_id
  AND organisation_id = ANY ((SELECT portal.actor_organisations('{admin}'))::uuid[])
  AND EXISTS (SELECT FROM members m WHERE m.user_id = from_user_id
    AND m.organisation_id = handovers.organisation_id)
  AND EXISTS (SELECT FROM members m WHERE m.user_id = to_user_id
    AND m.organisation_id = handovers.organisation_id AND m.role IN ('editor', 'approver', 'admin')));
