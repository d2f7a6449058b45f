-- A milestone that is added or gets on shows on the roll-up, where it is counted: it moves the plan's
-- version, so that every process and every open page notices. Whoever may write it need not be among
-- those who judge figures.
CREATE FUNCTION portal.milestone_moves_figures() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
BEGIN
  INSERT INTO plan_figures AS f (plan_id, version)
  SELECT n.plan_id, 1 FROM plan_nodes n WHERE n.id = NEW.node_id
  ON CONFLICT (plan_id) DO UPDATE SET version = f.version + 1;
  RETURN NULL;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION portal.milestone_moves_figures() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION portal.milestone_moves_figures() TO portal_app;
--> statement-breakpoint
CREATE TRIGGER milestone_moves_figures AFTER INSERT ON milestone_versions
FOR EACH ROW EXECUTE FUNCTION portal.milestone_moves_figures();
