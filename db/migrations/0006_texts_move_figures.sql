-- Who writes a text of an evaluation sheet moves its plan's version too, so that every process
-- notices; lead organisations let their editors write. The counter of other plans stays out of reach.
CREATE FUNCTION portal.judged_plans() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT coalesce(array_agg(DISTINCT plan_id), '{}') FROM plan_nodes
  WHERE id = ANY (portal.judged_nodes('{editor,approver,admin}', '{editor,approver,admin}'))
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION portal.judged_plans() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION portal.judged_plans() TO portal_app;
--> statement-breakpoint
DROP POLICY count_first ON plan_figures;
--> statement-breakpoint
CREATE POLICY count_first ON plan_figures FOR INSERT TO portal_app
WITH CHECK (plan_id = ANY ((SELECT portal.judged_plans())::uuid[]));
--> statement-breakpoint
DROP POLICY count_on ON plan_figures;
--> statement-breakpoint
CREATE POLICY count_on ON plan_figures FOR UPDATE TO portal_app
USING (plan_id = ANY ((SELECT portal.judged_plans())::uuid[]))
WITH CHECK (plan_id = ANY ((SELECT portal.judged_plans())::uuid[]));
