-- Second factors, passkeys and password resets are sign-in's alone: the pages' own role reads none of
-- them, like passwords and sessions. Codes count once, so the step of the last one is kept; how often
-- somebody fails is counted with all other limits, and that there is a factor by its row.
ALTER TABLE two_factors ADD COLUMN last_step bigint;
--> statement-breakpoint
ALTER TABLE two_factors DROP COLUMN failed_verification_count, DROP COLUMN locked_until;
--> statement-breakpoint
ALTER TABLE two_factors ALTER COLUMN verified SET DEFAULT false;
--> statement-breakpoint
DROP INDEX two_factors_user_id_index;
--> statement-breakpoint
ALTER TABLE two_factors ADD CONSTRAINT "two_factors_userId_unique" UNIQUE (user_id);
--> statement-breakpoint
ALTER TABLE users DROP COLUMN two_factor_enabled;
--> statement-breakpoint
CREATE INDEX verifications_identifier_index ON verifications (identifier);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON two_factors, passkeys TO portal_auth;
--> statement-breakpoint
CREATE POLICY identity ON two_factors TO portal_auth USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY identity ON passkeys TO portal_auth USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON password_resets TO portal_auth;
--> statement-breakpoint
CREATE POLICY identity ON password_resets TO portal_auth USING (true) WITH CHECK (true);
--> statement-breakpoint

-- What is mailed about somebody's sign-in goes to them, at once.
GRANT INSERT ON mails TO portal_auth;
--> statement-breakpoint
CREATE POLICY tell_of_sign_in ON mails FOR INSERT TO portal_auth WITH CHECK (
  user_id IS NOT NULL AND state = 'ready' AND attempts = 0 AND last_error IS NULL
  AND created_at = now() AND due_at = now() AND dedupe_key IS NULL AND digest_id IS NULL
  AND jsonb_array_length(items) = 1
  AND ((kind = 'security' AND link_id IS NULL)
    OR (kind = 'password_reset' AND EXISTS (SELECT FROM password_resets r
      WHERE r.id = link_id AND r.user_id = mails.user_id AND r.created_at = now()))));
--> statement-breakpoint
-- Whether a second factor is required: said by administrators alone (portal.check_organisation_change).
GRANT UPDATE (requires_second_factor) ON organisations TO portal_app;
