-- Who may see and write what people say to each other. A project's and a KPI's comments are read by
-- every member; those on one organisation's figure by that organisation, the PT's lead and the
-- council's office, and stay so when the figure is accepted. What a comment says can be emptied by
-- its author and changed by nobody; what happens to it is appended.

-- Contacts are made up in a demo like everything else about people, and say so.
ALTER TABLE pt_contacts ADD COLUMN is_demo boolean DEFAULT false NOT NULL;
--> statement-breakpoint

-- Whether the actor reads what is said of an organisation's figure of an indicator.
CREATE FUNCTION portal.reads_figure_comments(indicator uuid, reporter uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT reporter = ANY (portal.actor_organisations('{viewer,editor,approver,admin}'))
    OR portal.is_secretariat()
    OR indicator = ANY (portal.led_indicators('{viewer,editor,approver,admin}'))
$$;
--> statement-breakpoint
-- The same said of a person: nobody is told of what they cannot open.
CREATE FUNCTION portal.may_read_figure_comments(person uuid, indicator uuid, reporter uuid)
RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT portal.is_member() AND EXISTS (
    SELECT FROM members m JOIN organisations o ON o.id = m.organisation_id
    WHERE m.user_id = person AND (
      m.organisation_id = reporter
      OR (o.kind = 'council' AND m.role <> 'viewer')
      OR EXISTS (
        SELECT FROM indicators i JOIN node_organisations n
          ON n.node_id = ANY (portal.node_and_above(i.home_node_id))
        WHERE i.id = indicator AND n.role = 'lead' AND n.organisation_id = m.organisation_id)))
$$;
--> statement-breakpoint
-- The people of an organisation, by name and never by address, for members who want to tell them
-- something. The policy on `members` stays as narrow as it is.
CREATE FUNCTION portal.members_of(organisation uuid, roles text[])
RETURNS TABLE (user_id uuid, name text, role text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT m.user_id, u.name, m.role FROM members m JOIN users u ON u.id = m.user_id
  WHERE m.organisation_id = organisation AND m.role = ANY (roles) AND portal.is_member()
$$;
--> statement-breakpoint
-- The frame of every page shows how much is unread; the statement that finds the session counts it.
CREATE FUNCTION portal.unread_notifications(person uuid) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$ SELECT count(*)::integer FROM notifications WHERE user_id = person AND read_at IS NULL $$;
--> statement-breakpoint

-- Whether a thread is open, resolved or taken back: domain/discussion/thread says the same.
CREATE FUNCTION portal.comment_state(comment uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT coalesce((SELECT CASE step WHEN 'resolve' THEN 'resolved' WHEN 'reopen' THEN 'open'
    ELSE 'withdrawn' END FROM comment_history WHERE comment_id = comment
    ORDER BY version DESC LIMIT 1), 'open')
$$;
--> statement-breakpoint
-- Whether the actor, for an organisation, closes a thread and opens it again: the organisation that
-- began it, the PT's lead and the plan's owner.
CREATE FUNCTION portal.closes_thread(comment uuid, organisation uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT EXISTS (
    SELECT FROM comments c
    LEFT JOIN indicators i ON i.id = c.indicator_id
    JOIN plan_nodes n ON n.id = coalesce(c.node_id, i.home_node_id)
    JOIN plans p ON p.id = n.plan_id
    WHERE c.id = comment AND c.parent_id IS NULL
      AND ((c.author_organisation_id = organisation
          AND organisation = ANY (portal.actor_organisations('{viewer,editor,approver,admin}')))
        OR (organisation IN (portal.project_lead(n.id), p.owner_id)
          AND organisation = ANY (portal.actor_organisations('{editor,approver,admin}')))))
$$;
--> statement-breakpoint

-- An answer speaks of what its thread speaks of, and there are no answers to answers.
CREATE FUNCTION portal.check_comment() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
DECLARE thread comments;
BEGIN
  IF NEW.parent_id IS NULL THEN RETURN NEW; END IF;
  SELECT * INTO thread FROM comments c WHERE c.id = NEW.parent_id;
  IF NOT FOUND OR thread.parent_id IS NOT NULL
     OR (thread.node_id, thread.indicator_id, thread.fy, thread.reporter_id)
        IS DISTINCT FROM (NEW.node_id, NEW.indicator_id, NEW.fy, NEW.reporter_id) THEN
    RAISE EXCEPTION 'an answer belongs to a thread' USING ERRCODE = 'check_violation';
  END IF;
  IF portal.comment_state(thread.id) <> 'open' THEN
    RAISE EXCEPTION 'a closed thread takes no answers' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER check_comment BEFORE INSERT ON comments
FOR EACH ROW EXECUTE FUNCTION portal.check_comment();
--> statement-breakpoint
CREATE FUNCTION portal.check_comment_step() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
DECLARE state text := portal.comment_state(NEW.comment_id);
BEGIN
  -- Of two who come at once, the key of the table lets the first one in.
  IF EXISTS (SELECT FROM comment_history h
    WHERE h.comment_id = NEW.comment_id AND h.version = NEW.version) THEN
    RETURN NEW;
  END IF;
  IF NEW.version <> 1 AND NOT EXISTS (SELECT FROM comment_history h
    WHERE h.comment_id = NEW.comment_id AND h.version = NEW.version - 1) THEN
    RAISE EXCEPTION 'a step follows the one before it' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.step <> 'withdraw' AND EXISTS (SELECT FROM comments c
    WHERE c.id = NEW.comment_id AND c.parent_id IS NOT NULL) THEN
    RAISE EXCEPTION 'only threads are resolved' USING ERRCODE = 'check_violation';
  END IF;
  IF NOT (CASE NEW.step WHEN 'resolve' THEN state = 'open' WHEN 'reopen' THEN state = 'resolved'
    ELSE state <> 'withdrawn' END) THEN
    RAISE EXCEPTION 'the state does not allow this step' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER check_comment_step BEFORE INSERT ON comment_history
FOR EACH ROW EXECUTE FUNCTION portal.check_comment_step();
--> statement-breakpoint
-- What somebody has switched off never reaches them, and nobody is told of what they did themselves.
CREATE FUNCTION portal.skip_unwanted_notification() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
BEGIN
  IF NEW.user_id = NEW.actor_id OR EXISTS (
    SELECT FROM notification_preferences p
    WHERE p.user_id = NEW.user_id AND p.kind = NEW.kind AND NOT p.in_app) THEN
    RETURN NULL;
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER skip_unwanted_notification BEFORE INSERT ON notifications
FOR EACH ROW EXECUTE FUNCTION portal.skip_unwanted_notification();
--> statement-breakpoint
CREATE FUNCTION portal.check_pt_contact() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
BEGIN
  IF NEW.version <> 1 AND NOT EXISTS (SELECT FROM pt_contacts c WHERE c.node_id = NEW.node_id
    AND c.organisation_id = NEW.organisation_id AND c.version = NEW.version - 1) THEN
    RAISE EXCEPTION 'a version follows the one before it' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER check_pt_contact BEFORE INSERT ON pt_contacts
FOR EACH ROW EXECUTE FUNCTION portal.check_pt_contact();
--> statement-breakpoint
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA portal FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION portal.reads_figure_comments(uuid, uuid),
  portal.may_read_figure_comments(uuid, uuid, uuid), portal.members_of(uuid, text[]),
  portal.comment_state(uuid), portal.closes_thread(uuid, uuid) TO portal_app;
--> statement-breakpoint
GRANT USAGE ON SCHEMA portal TO portal_auth;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION portal.unread_notifications(uuid) TO portal_auth;
--> statement-breakpoint

ALTER TABLE comments ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (body) ON comments TO portal_app;
--> statement-breakpoint
CREATE POLICY see ON comments FOR SELECT TO portal_app USING (
  CASE WHEN reporter_id IS NULL THEN (SELECT portal.is_member())
    ELSE reporter_id = ANY ((SELECT portal.actor_organisations('{viewer,editor,approver,admin}'))::uuid[])
      OR (SELECT portal.is_secretariat())
      OR indicator_id = ANY ((SELECT portal.led_indicators('{viewer,editor,approver,admin}'))::uuid[]) END);
--> statement-breakpoint
CREATE POLICY write ON comments FOR INSERT TO portal_app WITH CHECK (
  created_at = now() AND NOT is_demo AND body <> '' AND author_id = (SELECT portal.actor_id())
  AND author_organisation_id = ANY ((SELECT portal.actor_organisations('{viewer,editor,approver,admin}'))::uuid[])
  AND (node_id IS NULL OR portal.is_project(node_id))
  AND (reporter_id IS NULL OR (portal.reads_figure_comments(indicator_id, reporter_id)
    AND EXISTS (SELECT FROM indicator_reporters r
      WHERE r.indicator_id = comments.indicator_id AND r.organisation_id = comments.reporter_id))));
--> statement-breakpoint
CREATE POLICY take_back ON comments FOR UPDATE TO portal_app
USING (author_id = (SELECT portal.actor_id())) WITH CHECK (body = '');
--> statement-breakpoint

-- Whoever reads a comment reads whom it addresses and what became of it.
ALTER TABLE comment_mentions ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON comment_mentions TO portal_app;
--> statement-breakpoint
CREATE POLICY see ON comment_mentions FOR SELECT TO portal_app USING (
  EXISTS (SELECT FROM comments c WHERE c.id = comment_id));
--> statement-breakpoint
CREATE POLICY address ON comment_mentions FOR INSERT TO portal_app WITH CHECK (
  EXISTS (SELECT FROM comments c WHERE c.id = comment_id
    AND c.author_id = (SELECT portal.actor_id()) AND c.created_at = now()
    AND (c.reporter_id IS NULL
      OR portal.may_read_figure_comments(user_id, c.indicator_id, c.reporter_id))));
--> statement-breakpoint
ALTER TABLE comment_history ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON comment_history TO portal_app;
--> statement-breakpoint
CREATE POLICY see ON comment_history FOR SELECT TO portal_app USING (
  EXISTS (SELECT FROM comments c WHERE c.id = comment_id));
--> statement-breakpoint
CREATE POLICY close ON comment_history FOR INSERT TO portal_app WITH CHECK (
  created_at = now() AND author_id = (SELECT portal.actor_id())
  AND step IN ('resolve', 'reopen')
  AND EXISTS (SELECT FROM comments c WHERE c.id = comment_id)
  AND portal.closes_thread(comment_id, author_organisation_id));
--> statement-breakpoint
CREATE POLICY take_back ON comment_history FOR INSERT TO portal_app WITH CHECK (
  created_at = now() AND author_id = (SELECT portal.actor_id()) AND step = 'withdraw'
  AND EXISTS (SELECT FROM comments c WHERE c.id = comment_id
    AND c.author_id = comment_history.author_id
    AND c.author_organisation_id = comment_history.author_organisation_id));
--> statement-breakpoint

-- What somebody is told is theirs alone. Whoever tells it is who did it.
ALTER TABLE notifications ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (read_at) ON notifications TO portal_app;
--> statement-breakpoint
CREATE POLICY own ON notifications FOR SELECT TO portal_app
USING (user_id = (SELECT portal.actor_id()));
--> statement-breakpoint
CREATE POLICY tell ON notifications FOR INSERT TO portal_app WITH CHECK (
  created_at = now() AND NOT is_demo AND read_at IS NULL
  AND path LIKE '/%' AND path NOT LIKE '//%' AND path NOT LIKE '/\\%'
  AND actor_id = (SELECT portal.actor_id())
  AND actor_organisation_id = ANY ((SELECT portal.actor_organisations('{viewer,editor,approver,admin}'))::uuid[]));
--> statement-breakpoint
CREATE POLICY mark_read ON notifications FOR UPDATE TO portal_app
USING (user_id = (SELECT portal.actor_id())) WITH CHECK (read_at = now());
--> statement-breakpoint
ALTER TABLE notification_preferences ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (in_app) ON notification_preferences TO portal_app;
--> statement-breakpoint
CREATE POLICY own ON notification_preferences TO portal_app
USING (user_id = (SELECT portal.actor_id())) WITH CHECK (user_id = (SELECT portal.actor_id()));
--> statement-breakpoint

ALTER TABLE pt_contacts ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON pt_contacts TO portal_app;
--> statement-breakpoint
CREATE POLICY see ON pt_contacts FOR SELECT TO portal_app USING ((SELECT portal.is_member()));
--> statement-breakpoint
CREATE POLICY save ON pt_contacts FOR INSERT TO portal_app WITH CHECK (
  created_at = now() AND NOT is_demo AND author_id = (SELECT portal.actor_id())
  AND organisation_id = ANY ((SELECT portal.actor_organisations('{editor,approver,admin}'))::uuid[])
  AND EXISTS (SELECT FROM plan_nodes n WHERE n.id = node_id AND n.kind = 'goal')
  AND portal.takes_part(node_id, organisation_id));
--> statement-breakpoint
ALTER TABLE workspace_visits ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (seen_at) ON workspace_visits TO portal_app;
--> statement-breakpoint
CREATE POLICY own ON workspace_visits TO portal_app USING (user_id = (SELECT portal.actor_id()))
WITH CHECK (user_id = (SELECT portal.actor_id()) AND seen_at <= now()
  AND organisation_id = ANY ((SELECT portal.actor_organisations('{viewer,editor,approver,admin}'))::uuid[]));
