-- Figures that moved are told to every process that listens, once the transaction is committed; which
-- plan, and nothing else.
CREATE FUNCTION portal.tell_figures() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
BEGIN
  PERFORM pg_notify('portal_figures', (SELECT code FROM plans WHERE id = NEW.plan_id));
  RETURN NULL;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION portal.tell_figures() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION portal.tell_figures() TO portal_app;
--> statement-breakpoint
CREATE TRIGGER tell_figures AFTER INSERT OR UPDATE ON plan_figures
FOR EACH ROW EXECUTE FUNCTION portal.tell_figures();
