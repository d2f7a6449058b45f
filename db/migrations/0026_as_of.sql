-- A transaction that has set portal.as_of reads what was there at that moment: every "newest version"
-- is then the newest of that time. What was loaded with a plan, and by nobody, was printed long before.
CREATE FUNCTION portal.as_of() RETURNS timestamptz LANGUAGE sql STABLE AS
$$ SELECT coalesce(nullif(current_setting('portal.as_of', true), '')::timestamptz, 'infinity') $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION portal.as_of() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION portal.as_of() TO portal_app;
--> statement-breakpoint
CREATE POLICY as_of ON publications AS RESTRICTIVE FOR SELECT TO portal_app
USING (created_at <= (SELECT portal.as_of()));
--> statement-breakpoint
CREATE POLICY as_of ON observation_versions AS RESTRICTIVE FOR SELECT TO portal_app
USING (created_at <= (SELECT portal.as_of()) OR (author_id IS NULL AND import_id IS NULL));
--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['assessments', 'narratives', 'rubrics', 'plan_versions'] LOOP
    EXECUTE format('CREATE POLICY as_of ON %I AS RESTRICTIVE FOR SELECT TO portal_app '
      'USING (created_at <= (SELECT portal.as_of()) OR author_id IS NULL)', name);
  END LOOP;
END $$;
