-- Who sees and moves rounds. A round that is being prepared is the plan's owner's alone; from its
-- opening every member sees what is asked of whom, and the round itself (its year is a plan's default
-- one) is as public as the plan.
DROP POLICY read_all ON reporting_rounds;
--> statement-breakpoint
CREATE POLICY see ON reporting_rounds FOR SELECT TO portal_app USING (
  (state <> 'preparing' AND plan_id <> ALL ((SELECT portal.hidden_plans())::uuid[]))
  OR plan_id = ANY ((SELECT portal.owned_plans('{viewer,editor,approver,admin}'))::uuid[]));
--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['round_records', 'round_questions', 'round_extensions'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('GRANT SELECT ON %I TO portal_app', name);
    EXECUTE format('CREATE POLICY see ON %I FOR SELECT TO portal_app USING ('
      '(SELECT portal.is_member()) AND EXISTS (SELECT FROM reporting_rounds r WHERE r.id = round_id))',
      name);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT SELECT ON round_questions, round_extensions TO portal_mail;
--> statement-breakpoint
CREATE POLICY reminders ON round_questions FOR SELECT TO portal_mail USING (true);
--> statement-breakpoint
CREATE POLICY reminders ON round_extensions FOR SELECT TO portal_mail USING (true);
--> statement-breakpoint

-- domain/mail/mail says the same (mailedByDefault).
CREATE OR REPLACE FUNCTION portal.wants_mail(person uuid, about text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT coalesce(
    (SELECT by_mail FROM notification_preferences WHERE user_id = person AND kind = about),
    about IN ('mention', 'returned', 'approval', 'round', 'reminder', 'digest'))
$$;
--> statement-breakpoint
DROP POLICY own_acts ON audit_events;
--> statement-breakpoint
CREATE POLICY own_acts ON audit_events FOR INSERT TO portal_app
WITH CHECK (at = now()
  AND split_part(action, '.', 1) IN ('observation', 'rubric', 'override', 'outlook', 'narrative',
    'finding', 'progress', 'milestone', 'activity', 'plan', 'revision', 'attachment', 'comment',
    'notification', 'contact', 'workspace', 'practice', 'rollout', 'round', 'approval', 'import')
  AND actor_id IS NOT NULL AND actor_id = (SELECT portal.actor_id())
  AND organisation_id = ANY ((SELECT portal.actor_organisations('{viewer,editor,approver,admin}'))::uuid[]));
