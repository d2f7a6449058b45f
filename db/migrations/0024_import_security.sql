-- What an organisation brings in by a file is its members' alone: the others see what became of it.
-- A file is kept as evidence and never changes; what was read of it goes when it is settled.

-- An import moves as domain/import/states lists it, and stays where it ended. `applying` goes back to
-- `ready` when it was interrupted.
CREATE FUNCTION portal.check_import_step() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
BEGIN
  -- In brackets, or PL/pgSQL takes the first THEN of the CASE for its own.
  IF NEW.state <> OLD.state AND NOT (CASE OLD.state
    WHEN 'reading' THEN NEW.state IN ('ready', 'refused')
    WHEN 'ready' THEN NEW.state IN ('applying', 'applied', 'discarded')
    WHEN 'applying' THEN NEW.state IN ('applied', 'ready')
    ELSE false END) THEN
    RAISE EXCEPTION 'the state does not allow this step' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.state = OLD.state AND OLD.state IN ('applied', 'refused', 'discarded') THEN
    RAISE EXCEPTION 'an import that ended stays as it is' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER check_import_step BEFORE UPDATE ON imports
FOR EACH ROW EXECUTE FUNCTION portal.check_import_step();
--> statement-breakpoint
REVOKE ALL ON FUNCTION portal.check_import_step() FROM PUBLIC;
--> statement-breakpoint

ALTER TABLE imports ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT,
  UPDATE (plan_id, state, problem, rows_done, rows_total, result, moved_at, applied_at)
ON imports TO portal_app;
--> statement-breakpoint
CREATE POLICY see ON imports FOR SELECT TO portal_app USING (
  organisation_id = ANY ((SELECT portal.actor_organisations('{viewer,editor,approver,admin}'))::uuid[]));
--> statement-breakpoint
-- Answers are brought in by who is asked for them. A plan is one's own.
CREATE POLICY bring ON imports FOR INSERT TO portal_app WITH CHECK (
  created_at = now() AND author_id = (SELECT portal.actor_id())
  AND state IN ('reading', 'ready', 'refused')
  AND size BETWEEN 1 AND 26214400
  AND organisation_id = ANY ((SELECT portal.actor_organisations('{editor,approver,admin}'))::uuid[])
  AND (round_id IS NULL OR EXISTS (SELECT FROM round_questions q
    WHERE q.round_id = imports.round_id AND q.organisation_id = imports.organisation_id))
  AND (plan_id IS NULL OR (kind = 'plan' AND EXISTS (SELECT FROM plans p
    WHERE p.id = imports.plan_id AND p.owner_id = imports.organisation_id))));
--> statement-breakpoint
CREATE POLICY move ON imports FOR UPDATE TO portal_app
USING (organisation_id = ANY ((SELECT portal.actor_organisations('{editor,approver,admin}'))::uuid[]))
WITH CHECK (
  organisation_id = ANY ((SELECT portal.actor_organisations('{editor,approver,admin}'))::uuid[])
  AND (applied_at IS NULL OR applied_at = now())
  AND (plan_id IS NULL OR (kind = 'plan' AND EXISTS (SELECT FROM plans p
    WHERE p.id = imports.plan_id AND p.owner_id = imports.organisation_id))));
--> statement-breakpoint

ALTER TABLE import_files ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON import_files TO portal_app;
--> statement-breakpoint
-- The subqueries on imports are themselves read under row security.
CREATE POLICY see ON import_files FOR SELECT TO portal_app USING (
  EXISTS (SELECT FROM imports i WHERE i.id = import_id));
--> statement-breakpoint
CREATE POLICY add ON import_files FOR INSERT TO portal_app WITH CHECK (
  EXISTS (SELECT FROM imports i WHERE i.id = import_id AND i.created_at = now()
    AND i.author_id = (SELECT portal.actor_id())
    AND i.size = octet_length(content) AND i.sha256 = encode(sha256(content), 'hex')));
--> statement-breakpoint

-- Rows come while a file is read, and with the import itself where that is at once. They are never
-- changed, only read anew.
DO $$
DECLARE
  name text;
  own text := 'EXISTS (SELECT FROM imports i WHERE i.id = import_id AND i.organisation_id = ANY ('
    '(SELECT portal.actor_organisations(''{editor,approver,admin}''))::uuid[])';
BEGIN
  FOREACH name IN ARRAY ARRAY['import_rows', 'import_figures'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('GRANT SELECT, INSERT, DELETE ON %I TO portal_app', name);
    EXECUTE format('CREATE POLICY see ON %I FOR SELECT TO portal_app USING ('
      'EXISTS (SELECT FROM imports i WHERE i.id = import_id))', name);
    EXECUTE format('CREATE POLICY read_in ON %I FOR INSERT TO portal_app WITH CHECK (%s'
      ' AND (i.state = ''reading'' OR i.created_at = now())))', name, own);
    EXECUTE format('CREATE POLICY clear ON %I FOR DELETE TO portal_app USING (%s))', name, own);
  END LOOP;
END $$;
--> statement-breakpoint
-- A figure names only a file of its own organisation as where it came from.
CREATE POLICY from_own_file ON observation_versions AS RESTRICTIVE FOR INSERT TO portal_app
WITH CHECK (import_id IS NULL OR EXISTS (SELECT FROM imports i
  WHERE i.id = import_id AND i.kind = 'answers'
    AND i.organisation_id = observation_versions.organisation_id));
