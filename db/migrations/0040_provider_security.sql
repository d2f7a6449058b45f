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
--> statement-breakpoint

-- A session may be for less than its person is: for the one organisation whose service vouched for them,
-- or without those that require a second factor. It says so beside who acts, and all that is decided
-- by where somebody belongs goes by it. Where nothing is said, nothing is taken away.
CREATE FUNCTION portal.acts_for(organisation uuid) RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT coalesce(organisation = ANY (nullif(current_setting('portal.acts_for', true), '')::uuid[]), true) $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION portal.acts_for(uuid) FROM PUBLIC;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION portal.actor_organisations(allowed_roles text[]) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT coalesce(array_agg(organisation_id), '{}') FROM members
  WHERE user_id = portal.actor_id() AND role = ANY (allowed_roles) AND portal.acts_for(organisation_id)
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION portal.is_secretariat() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT EXISTS (
    SELECT FROM members m JOIN organisations o ON o.id = m.organisation_id
    WHERE m.user_id = portal.actor_id() AND o.kind = 'council' AND m.role <> 'viewer'
      AND portal.acts_for(o.id))
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION portal.is_member() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT EXISTS (SELECT FROM members
    WHERE user_id = portal.actor_id() AND portal.acts_for(organisation_id))
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION portal.keeps_portal() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT EXISTS (SELECT FROM platform_admins WHERE user_id = portal.actor_id())
    AND coalesce(current_setting('portal.keeps', true), '') <> 'no'
$$;
