CREATE TABLE "approval_deputies" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"author_id" uuid NOT NULL,
	"request_key" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "approval_deputies_requestKey_unique" UNIQUE("request_key"),
	CONSTRAINT "approval_deputies_days" CHECK (from_on <= until_on)
);
--> statement-breakpoint
CREATE TABLE "import_figures" (
	"import_id" uuid NOT NULL,
	"row" integer NOT NULL,
	"indicator" text NOT NULL,
	"organisation" text NOT NULL,
	"fy" integer NOT NULL,
	"period" integer NOT NULL,
	"quality" text NOT NULL,
	"value" numeric,
	"numerator" numeric,
	"denominator" numeric,
	"words" text,
	"reached" boolean,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "import_figures_import_id_row_pk" PRIMARY KEY("import_id","row"),
	CONSTRAINT "import_figures_quality" CHECK ("import_figures"."quality" in ('final', 'provisional', 'under_survey', 'not_applicable', 'no_data'))
);
--> statement-breakpoint
CREATE TABLE "import_files" (
	"import_id" uuid PRIMARY KEY NOT NULL,
	"content" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_rows" (
	"import_id" uuid NOT NULL,
	"sheet" text NOT NULL,
	"row" integer NOT NULL,
	"cells" text[] NOT NULL,
	CONSTRAINT "import_rows_import_id_sheet_row_pk" PRIMARY KEY("import_id","sheet","row")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"plan_id" uuid,
	"round_id" uuid,
	"state" text NOT NULL,
	"problem" text,
	"file_name" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"rows_done" integer DEFAULT 0 NOT NULL,
	"rows_total" integer,
	"result" jsonb,
	"author_id" uuid NOT NULL,
	"request_key" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"moved_at" timestamp with time zone DEFAULT now() NOT NULL,
	"applied_at" timestamp with time zone,
	CONSTRAINT "imports_requestKey_unique" UNIQUE("request_key"),
	CONSTRAINT "imports_kind" CHECK ("imports"."kind" in ('answers', 'plan')),
	CONSTRAINT "imports_state" CHECK ("imports"."state" in ('reading', 'ready', 'refused', 'applying', 'applied', 'discarded')),
	CONSTRAINT "imports_round" CHECK ((kind = 'answers') = (round_id is not null)),
	CONSTRAINT "imports_refused" CHECK ((state = 'refused') = (problem is not null)),
	CONSTRAINT "imports_applied" CHECK ((state = 'applied') = (applied_at is not null))
);
--> statement-breakpoint
CREATE TABLE "round_extensions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"round_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"due_on" date NOT NULL,
	"reason" text NOT NULL,
	"author_id" uuid NOT NULL,
	"author_organisation_id" uuid NOT NULL,
	"request_key" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "round_extensions_requestKey_unique" UNIQUE("request_key"),
	CONSTRAINT "round_extensions_roundId_organisationId_version_unique" UNIQUE("round_id","organisation_id","version"),
	CONSTRAINT "round_extensions_reason" CHECK (reason <> '')
);
--> statement-breakpoint
CREATE TABLE "round_questions" (
	"round_id" uuid NOT NULL,
	"indicator_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"period" integer NOT NULL,
	CONSTRAINT "round_questions_round_id_indicator_id_organisation_id_period_pk" PRIMARY KEY("round_id","indicator_id","organisation_id","period")
);
--> statement-breakpoint
CREATE TABLE "round_records" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"round_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"step" text NOT NULL,
	"state" text NOT NULL,
	"due_on" date NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"author_id" uuid,
	"author_organisation_id" uuid NOT NULL,
	"request_key" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "round_records_requestKey_unique" UNIQUE("request_key"),
	CONSTRAINT "round_records_roundId_version_unique" UNIQUE("round_id","version"),
	CONSTRAINT "round_records_step" CHECK ("round_records"."step" in ('prepare', 'open', 'close', 'reopen', 'publish')),
	CONSTRAINT "round_records_state" CHECK ("round_records"."state" in ('preparing', 'open', 'closed', 'published')),
	CONSTRAINT "round_records_reason" CHECK (step <> 'reopen' or reason <> '')
);
--> statement-breakpoint
ALTER TABLE "reporting_rounds" DROP CONSTRAINT "reporting_rounds_planId_fy_unique";--> statement-breakpoint
ALTER TABLE "attachments" DROP CONSTRAINT "attachments_subject";--> statement-breakpoint
ALTER TABLE "notification_preferences" DROP CONSTRAINT "notification_preferences_kind";--> statement-breakpoint
ALTER TABLE "notifications" DROP CONSTRAINT "notifications_kind";--> statement-breakpoint
ALTER TABLE "mails" DROP CONSTRAINT "mails_kind";--> statement-breakpoint
ALTER TABLE "observation_versions" DROP CONSTRAINT "observation_versions_state";--> statement-breakpoint
ALTER TABLE "observations" DROP CONSTRAINT "observations_state";--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "round_id" uuid;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "requires_approval" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "observation_versions" ADD COLUMN "on_behalf" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "observation_versions" ADD COLUMN "import_id" uuid;--> statement-breakpoint
ALTER TABLE "reporting_rounds" ADD COLUMN "number" integer;--> statement-breakpoint
ALTER TABLE "reporting_rounds" ADD COLUMN "title" text;--> statement-breakpoint
ALTER TABLE "reporting_rounds" ADD COLUMN "instructions" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "reporting_rounds" ADD COLUMN "version" integer;--> statement-breakpoint
ALTER TABLE "reporting_rounds" ADD COLUMN "state" text;--> statement-breakpoint
ALTER TABLE "reporting_rounds" ADD COLUMN "opened_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "reporting_rounds" ADD COLUMN "created_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
-- Rounds of before had a year and a due day: they are open, and ask for everything of their year.
UPDATE reporting_rounds r SET number = n.number, version = 1, state = 'open', opened_at = now(),
  title = '令和' || CASE r.fy WHEN 2019 THEN '元' ELSE (r.fy - 2018)::text END || '（' || r.fy || '）年度実績の照会'
FROM (SELECT id, row_number() OVER (PARTITION BY plan_id ORDER BY fy) AS number
  FROM reporting_rounds) n
WHERE n.id = r.id;
--> statement-breakpoint
INSERT INTO round_records (round_id, version, step, state, due_on, author_organisation_id)
SELECT r.id, 1, 'open', 'open', r.due_on, p.owner_id
FROM reporting_rounds r JOIN plans p ON p.id = r.plan_id;
--> statement-breakpoint
INSERT INTO round_questions (round_id, indicator_id, organisation_id, period)
SELECT r.id, i.id, g.organisation_id, asked.period
FROM reporting_rounds r
JOIN indicators i ON i.plan_id = r.plan_id AND r.fy BETWEEN i.first_fy AND i.last_fy
  AND (i.survey_interval IS NULL OR (r.fy - i.survey_fy) % i.survey_interval = 0)
JOIN indicator_reporters g ON g.indicator_id = i.id
CROSS JOIN LATERAL generate_series(
  CASE WHEN i.frequency IN ('half_yearly', 'quarterly', 'monthly') THEN 1 ELSE 0 END,
  CASE i.frequency WHEN 'half_yearly' THEN 2 WHEN 'quarterly' THEN 4 WHEN 'monthly' THEN 12
    ELSE 0 END) AS asked (period);
--> statement-breakpoint
ALTER TABLE "reporting_rounds" ALTER COLUMN "number" SET NOT NULL, ALTER COLUMN "title" SET NOT NULL,
  ALTER COLUMN "version" SET NOT NULL, ALTER COLUMN "state" SET NOT NULL;
--> statement-breakpoint
ALTER TABLE "approval_deputies" ADD CONSTRAINT "approval_deputies_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_deputies" ADD CONSTRAINT "approval_deputies_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_deputies" ADD CONSTRAINT "approval_deputies_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_figures" ADD CONSTRAINT "import_figures_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_files" ADD CONSTRAINT "import_files_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_round_id_reporting_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."reporting_rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_extensions" ADD CONSTRAINT "round_extensions_round_id_reporting_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."reporting_rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_extensions" ADD CONSTRAINT "round_extensions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_extensions" ADD CONSTRAINT "round_extensions_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_extensions" ADD CONSTRAINT "round_extensions_author_organisation_id_organisations_id_fk" FOREIGN KEY ("author_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_questions" ADD CONSTRAINT "round_questions_round_id_reporting_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."reporting_rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_questions" ADD CONSTRAINT "round_questions_indicator_id_indicators_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_questions" ADD CONSTRAINT "round_questions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_records" ADD CONSTRAINT "round_records_round_id_reporting_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."reporting_rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_records" ADD CONSTRAINT "round_records_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_records" ADD CONSTRAINT "round_records_author_organisation_id_organisations_id_fk" FOREIGN KEY ("author_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "approval_deputies_user_id_index" ON "approval_deputies" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "approval_deputies_organisation_id_index" ON "approval_deputies" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "imports_organisation_id_created_at_index" ON "imports" USING btree ("organisation_id","created_at");--> statement-breakpoint
CREATE INDEX "round_questions_answer" ON "round_questions" USING btree ("indicator_id","organisation_id","period");--> statement-breakpoint
CREATE INDEX "round_questions_organisation_id_round_id_index" ON "round_questions" USING btree ("organisation_id","round_id");--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_round_id_reporting_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."reporting_rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observation_versions" ADD CONSTRAINT "observation_versions_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachments_round_id_index" ON "attachments" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "reporting_rounds_plan_id_fy_index" ON "reporting_rounds" USING btree ("plan_id","fy");--> statement-breakpoint
ALTER TABLE "reporting_rounds" ADD CONSTRAINT "reporting_rounds_planId_number_unique" UNIQUE("plan_id","number");--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_subject" CHECK (num_nonnulls(update_id, milestone_version_id, observation_id, practice_id, round_id) = 1);--> statement-breakpoint
ALTER TABLE "notification_preferences" ADD CONSTRAINT "notification_preferences_kind" CHECK ("notification_preferences"."kind" in ('mention', 'reply', 'resolved', 'submitted', 'returned', 'accepted', 'approval', 'round', 'revision', 'practice', 'reminder'));--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_kind" CHECK ("notifications"."kind" in ('mention', 'reply', 'resolved', 'submitted', 'returned', 'accepted', 'approval', 'round', 'revision', 'practice'));--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_kind" CHECK ("mails"."kind" in ('mention', 'reply', 'resolved', 'submitted', 'returned', 'accepted', 'approval', 'round', 'revision', 'practice', 'reminder', 'digest'));--> statement-breakpoint
ALTER TABLE "observation_versions" ADD CONSTRAINT "observation_versions_state" CHECK ("observation_versions"."state" in ('draft', 'proposed', 'submitted', 'returned', 'accepted'));--> statement-breakpoint
ALTER TABLE "observations" ADD CONSTRAINT "observations_state" CHECK ("observations"."state" in ('draft', 'proposed', 'submitted', 'returned', 'accepted'));--> statement-breakpoint
ALTER TABLE "reporting_rounds" ADD CONSTRAINT "reporting_rounds_state" CHECK ("reporting_rounds"."state" in ('preparing', 'open', 'closed', 'published'));--> statement-breakpoint
ALTER TABLE "reporting_rounds" ADD CONSTRAINT "reporting_rounds_opened" CHECK ((state = 'preparing') = (opened_at is null));