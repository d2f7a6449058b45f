ALTER TABLE "plans" ADD COLUMN "is_draft" boolean DEFAULT false NOT NULL;
--> statement-breakpoint
-- A plan that is being drawn up is its members' alone; the first revision that is adopted ends that.
DROP POLICY read_all ON plans;
--> statement-breakpoint
CREATE POLICY read_adopted ON plans FOR SELECT TO portal_app USING (
  NOT is_draft OR (SELECT portal.is_member()));
--> statement-breakpoint
GRANT INSERT ON plans TO portal_app;
--> statement-breakpoint
CREATE POLICY succeed ON plans FOR INSERT TO portal_app WITH CHECK (
  is_draft AND continues_id = ANY ((SELECT portal.owned_plans('{approver,admin}'))::uuid[])
  AND owner_id = ANY ((SELECT portal.actor_organisations('{approver,admin}'))::uuid[]));
--> statement-breakpoint
CREATE POLICY begin ON plan_versions FOR INSERT TO portal_app WITH CHECK (
  kind = 'original' AND version = 1 AND created_at = now() AND author_id = (SELECT portal.actor_id())
  AND author_organisation_id = ANY ((SELECT portal.actor_organisations('{approver,admin}'))::uuid[])
  AND plan_id = ANY ((SELECT portal.owned_plans('{approver,admin}'))::uuid[])
  AND EXISTS (SELECT FROM plans p WHERE p.id = plan_versions.plan_id AND p.is_draft));
--> statement-breakpoint
CREATE FUNCTION portal.end_draft() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
BEGIN
  UPDATE plans SET is_draft = false, adopted_on = NEW.adopted_on
  WHERE id = NEW.plan_id AND is_draft;
  RETURN NULL;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION portal.end_draft() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION portal.end_draft() TO portal_app;
--> statement-breakpoint
CREATE TRIGGER end_draft AFTER INSERT ON plan_versions
FOR EACH ROW WHEN (NEW.kind = 'revision') EXECUTE FUNCTION portal.end_draft();
