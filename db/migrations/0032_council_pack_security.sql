-- Council packs: who keeps the plan has them made of a published edition, every member reads them.
ALTER TABLE council_packs ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE council_pack_files ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
-- What is kept is whole, and what a meeting's paper may weigh.
ALTER TABLE council_pack_files ADD CONSTRAINT council_pack_files_whole CHECK (
  size = octet_length(content) AND size BETWEEN 1 AND 52428800
  AND sha256 = encode(sha256(content), 'hex'));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (state, steps_done, problem, moved_at, made_at) ON council_packs TO portal_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON council_pack_files TO portal_app;
--> statement-breakpoint
CREATE POLICY read ON council_packs FOR SELECT TO portal_app USING ((SELECT portal.is_member()));
--> statement-breakpoint
CREATE POLICY make ON council_packs FOR INSERT TO portal_app WITH CHECK (
  state = 'making' AND steps_done = 0 AND created_at = now() AND moved_at = now()
  AND author_id = (SELECT portal.actor_id())
  AND author_organisation_id = ANY ((SELECT portal.actor_organisations('{editor,approver,admin}'))::uuid[])
  AND plan_id = ANY ((SELECT portal.owned_plans('{editor,approver,admin}'))::uuid[])
  AND EXISTS (SELECT FROM publications p WHERE p.plan_id = council_packs.plan_id
    AND p.fy = council_packs.fy AND p.edition = council_packs.edition));
--> statement-breakpoint
CREATE POLICY go_on ON council_packs FOR UPDATE TO portal_app
USING (plan_id = ANY ((SELECT portal.owned_plans('{editor,approver,admin}'))::uuid[]))
WITH CHECK (plan_id = ANY ((SELECT portal.owned_plans('{editor,approver,admin}'))::uuid[]));
--> statement-breakpoint
CREATE POLICY read ON council_pack_files FOR SELECT TO portal_app USING ((SELECT portal.is_member()));
--> statement-breakpoint
CREATE POLICY make ON council_pack_files FOR INSERT TO portal_app WITH CHECK (
  EXISTS (SELECT FROM council_packs p WHERE p.id = council_pack_files.pack_id AND p.state = 'making'
    AND p.plan_id = ANY ((SELECT portal.owned_plans('{editor,approver,admin}'))::uuid[])));
--> statement-breakpoint

-- What was made stays as it is: it was handed out. It is ready once both files are there.
CREATE FUNCTION portal.check_pack_step() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS
$$
BEGIN
  IF OLD.state = 'ready' THEN
    RAISE EXCEPTION 'the state does not allow this step' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.state = 'ready'
     AND (SELECT count(*) FROM council_pack_files f WHERE f.pack_id = NEW.id) < 2 THEN
    RAISE EXCEPTION 'a pack is ready with both files' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER check_pack_step BEFORE UPDATE ON council_packs
FOR EACH ROW EXECUTE FUNCTION portal.check_pack_step();
--> statement-breakpoint
REVOKE ALL ON FUNCTION portal.check_pack_step() FROM PUBLIC;
--> statement-breakpoint
DROP POLICY own_acts ON audit_events;
--> statement-breakpoint
CREATE POLICY own_acts ON audit_events FOR INSERT TO portal_app
WITH CHECK (at = now()
  AND split_part(action, '.', 1) IN ('observation', 'rubric', 'override', 'outlook', 'narrative',
    'finding', 'progress', 'milestone', 'activity', 'plan', 'revision', 'attachment', 'comment',
    'notification', 'contact', 'workspace', 'practice', 'rollout', 'round', 'approval', 'import', 'pack')
  AND actor_id IS NOT NULL AND actor_id = (SELECT portal.actor_id())
  AND organisation_id = ANY ((SELECT portal.actor_organisations('{viewer,editor,approver,admin}'))::uuid[]));
