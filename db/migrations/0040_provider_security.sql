-- The sign-in services of organisations: those who look after an organisation's members choose its
-- service, and write the client's secret without ever reading one. Sign-in reads it, still encrypted.
GRANT SELECT (id, organisation_id, issuer, client_id, created_at, updated_at),
  INSERT, UPDATE (issuer, client_id, client_secret, updated_at), DELETE ON identity_providers TO portal_app;
--> statement-breakpoint
CREATE POLICY own ON identity_providers TO portal_app
USING (organisation_id = ANY ((SELECT portal.actor_organisations('{admin}'))::uuid[]))
WITH CHECK (organisation_id = ANY ((SELECT portal.actor_organisations('{admin}'))::uuid[]));
--> statement-breakpoint
GRANT SELECT ON identity_providers TO portal_auth;
--> statement-breakpoint
CREATE POLICY identity ON identity_providers FOR SELECT TO portal_auth USING (true);
--> statement-breakpoint
-- Somebody has one account with a service, and an account there is one person's.
CREATE UNIQUE INDEX accounts_of_provider ON accounts (provider_id, account_id);
--> statement-breakpoint
CREATE UNIQUE INDEX accounts_of_person ON accounts (provider_id, user_id);
--> statement-breakpoint

-- With a service ends what it vouched for: open sessions, and who its people are.
CREATE FUNCTION portal.end_vouching() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
BEGIN
  DELETE FROM sessions WHERE via_organisation_id = OLD.organisation_id;
  DELETE FROM accounts WHERE provider_id = 'oidc:' || OLD.organisation_id;
  RETURN NULL;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION portal.end_vouching() FROM PUBLIC;
--> statement-breakpoint
CREATE TRIGGER end_vouching AFTER DELETE ON identity_providers
FOR EACH ROW EXECUTE FUNCTION portal.end_vouching();
--> statement-breakpoint
CREATE TRIGGER end_vouching_of_another AFTER UPDATE ON identity_providers
FOR EACH ROW WHEN (OLD.issuer <> NEW.issuer OR OLD.client_id <> NEW.client_id)
EXECUTE FUNCTION portal.end_vouching();
