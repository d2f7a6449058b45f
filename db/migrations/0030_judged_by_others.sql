-- Where an organisation both reports and leads, its wish for a decision inside (0023) takes nothing from
-- the rule that nobody judges their own: the figure is that of who proposed it, whoever approved it.
CREATE FUNCTION portal.check_own_proposal() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
BEGIN
  IF NEW.author_id IS NOT NULL AND NEW.state IN ('accepted', 'returned') AND EXISTS (
    SELECT FROM observation_versions v
    WHERE v.observation_id = NEW.observation_id AND v.version = NEW.version - 2
      AND v.state = 'proposed' AND v.author_id = NEW.author_id) THEN
    RAISE EXCEPTION 'nobody judges what they proposed' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER check_own_proposal BEFORE INSERT ON observation_versions
FOR EACH ROW EXECUTE FUNCTION portal.check_own_proposal();
--> statement-breakpoint
REVOKE ALL ON FUNCTION portal.check_own_proposal() FROM PUBLIC;
