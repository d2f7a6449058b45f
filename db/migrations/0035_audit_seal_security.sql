-- The chain over the audit events. Nobody writes it but the trigger, and nobody reads it but the owner.
ALTER TABLE audit_seals ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY nobody ON audit_seals FOR SELECT TO portal_app USING (false);
--> statement-breakpoint

-- What of an event is sealed: all of it, as one text that says where each part ends.
CREATE FUNCTION portal.audit_line(event audit_events) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT jsonb_build_array(event.id,
    to_char(event.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    event.actor_id, event.organisation_id, event.action, event.subject, event.detail,
    event.request_id)::text
$$;
--> statement-breakpoint

-- Seals an event at the end of the transaction that wrote it: one after the other, in the order of the
-- commits, and held only as long as a commit takes.
CREATE FUNCTION portal.seal_audit_event() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
DECLARE last audit_seals;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('seals of audit events', 0));
  SELECT * INTO last FROM audit_seals ORDER BY position DESC LIMIT 1;
  INSERT INTO audit_seals (position, event_id, hash) VALUES (
    coalesce(last.position, 0) + 1, NEW.id,
    sha256(coalesce(last.hash, ''::bytea) || convert_to(portal.audit_line(NEW), 'UTF8')));
  RETURN NULL;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION portal.audit_line(audit_events), portal.seal_audit_event() FROM PUBLIC;
--> statement-breakpoint

-- What was there before begins the chain.
DO $$
DECLARE event audit_events; last bytea := ''; at bigint := 0;
BEGIN
  FOR event IN SELECT * FROM audit_events ORDER BY id LOOP
    at := at + 1;
    last := sha256(last || convert_to(portal.audit_line(event), 'UTF8'));
    INSERT INTO audit_seals (position, event_id, hash) VALUES (at, event.id, last);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER seal_audit_event AFTER INSERT ON audit_events
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION portal.seal_audit_event();
--> statement-breakpoint

-- Also for the owner, by mistake: an event is never changed, and never taken out.
CREATE FUNCTION portal.keep_audit_event() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS
$$
BEGIN
  RAISE EXCEPTION 'audit events are never changed' USING ERRCODE = 'insufficient_privilege';
END
$$;
--> statement-breakpoint
CREATE TRIGGER keep_audit_event BEFORE UPDATE OR DELETE ON audit_events
FOR EACH ROW EXECUTE FUNCTION portal.keep_audit_event();
--> statement-breakpoint
CREATE TRIGGER keep_audit_seal BEFORE UPDATE OR DELETE ON audit_seals
FOR EACH ROW EXECUTE FUNCTION portal.keep_audit_event();
--> statement-breakpoint
REVOKE ALL ON FUNCTION portal.keep_audit_event() FROM PUBLIC;
