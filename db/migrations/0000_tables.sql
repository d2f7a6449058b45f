CREATE TABLE "audit_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor_id" uuid,
	"organisation_id" uuid,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"request_id" text
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" uuid NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "members" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "members_userId_organisationId_unique" UNIQUE("user_id","organisation_id"),
	CONSTRAINT "members_role" CHECK ("members"."role" in ('viewer', 'editor', 'approver', 'admin'))
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"kind" text NOT NULL,
	"code" text,
	"short_name" text NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "organisations_slug_unique" UNIQUE("slug"),
	CONSTRAINT "organisations_kind" CHECK ("organisations"."kind" in ('prefecture', 'economic_body', 'municipality', 'council'))
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expire" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"token" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"user_id" uuid NOT NULL,
	CONSTRAINT "sessions_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "indicator_nodes" (
	"indicator_id" uuid NOT NULL,
	"node_id" uuid NOT NULL,
	"role" text NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"is_repost" boolean DEFAULT false NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "indicator_nodes_indicator_id_node_id_pk" PRIMARY KEY("indicator_id","node_id"),
	CONSTRAINT "indicator_nodes_role" CHECK ("indicator_nodes"."role" in ('outcome', 'kpi'))
);
--> statement-breakpoint
CREATE TABLE "indicator_parts" (
	"indicator_id" uuid NOT NULL,
	"part_id" uuid NOT NULL,
	CONSTRAINT "indicator_parts_indicator_id_part_id_pk" PRIMARY KEY("indicator_id","part_id")
);
--> statement-breakpoint
CREATE TABLE "indicator_reporters" (
	"indicator_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	CONSTRAINT "indicator_reporters_indicator_id_organisation_id_pk" PRIMARY KEY("indicator_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "indicators" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"plan_id" uuid NOT NULL,
	"code" text NOT NULL,
	"home_node_id" uuid NOT NULL,
	"name" text NOT NULL,
	"unit" text NOT NULL,
	"series" text NOT NULL,
	"direction" text NOT NULL,
	"value_kind" text NOT NULL,
	"aggregation" text NOT NULL,
	"aggregation_note" text NOT NULL,
	"derivation" text,
	"baseline_value" numeric,
	"baseline_text" text,
	"baseline_as_of" text,
	"target_value" numeric,
	"target_text" text NOT NULL,
	"target_due" text,
	"target_fy" integer,
	"roadmap_cumulative" boolean DEFAULT false NOT NULL,
	"first_fy" integer NOT NULL,
	"last_fy" integer NOT NULL,
	"source" text,
	"position" integer NOT NULL,
	CONSTRAINT "indicators_planId_code_unique" UNIQUE("plan_id","code"),
	CONSTRAINT "indicators_series" CHECK ("indicators"."series" in ('annual', 'cumulative', 'stock')),
	CONSTRAINT "indicators_direction" CHECK ("indicators"."direction" in ('increase', 'decrease', 'at_least', 'at_most', 'milestone')),
	CONSTRAINT "indicators_value_kind" CHECK ("indicators"."value_kind" in ('count', 'rate', 'index', 'rank', 'text')),
	CONSTRAINT "indicators_aggregation" CHECK ("indicators"."aggregation" in ('sum', 'ratio', 'single'))
);
--> statement-breakpoint
CREATE TABLE "targets" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"indicator_id" uuid NOT NULL,
	"fy" integer,
	"span_from" integer,
	"value" numeric,
	"text" text NOT NULL,
	"increment" numeric,
	"undecided" boolean DEFAULT false NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "targets_indicatorId_position_unique" UNIQUE("indicator_id","position"),
	CONSTRAINT "targets_indicatorId_fy_unique" UNIQUE("indicator_id","fy")
);
--> statement-breakpoint
CREATE TABLE "node_leaders" (
	"node_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"office" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"inferred" boolean DEFAULT false NOT NULL,
	CONSTRAINT "node_leaders_node_id_position_pk" PRIMARY KEY("node_id","position")
);
--> statement-breakpoint
CREATE TABLE "node_organisations" (
	"node_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"role" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "node_organisations_node_id_organisation_id_pk" PRIMARY KEY("node_id","organisation_id"),
	CONSTRAINT "node_organisations_role" CHECK ("node_organisations"."role" in ('lead', 'partner', 'economic_partner'))
);
--> statement-breakpoint
CREATE TABLE "node_themes" (
	"node_id" uuid NOT NULL,
	"theme" text NOT NULL,
	CONSTRAINT "node_themes_node_id_theme_pk" PRIMARY KEY("node_id","theme"),
	CONSTRAINT "node_themes_theme" CHECK ("node_themes"."theme" in ('women', 'gx', 'digital'))
);
--> statement-breakpoint
CREATE TABLE "plan_nodes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"plan_id" uuid NOT NULL,
	"parent_id" uuid,
	"kind" text NOT NULL,
	"code" text NOT NULL,
	"number" text NOT NULL,
	"name" text NOT NULL,
	"repost_of_id" uuid,
	"position" integer NOT NULL,
	CONSTRAINT "plan_nodes_planId_code_unique" UNIQUE("plan_id","code"),
	CONSTRAINT "plan_nodes_kind" CHECK ("plan_nodes"."kind" in ('goal', 'policy', 'project'))
);
--> statement-breakpoint
CREATE TABLE "plans" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"nickname" text,
	"owner_id" uuid NOT NULL,
	"first_fy" integer NOT NULL,
	"last_fy" integer NOT NULL,
	"adopted_on" date,
	"level_names" jsonb NOT NULL,
	"rubric" jsonb NOT NULL,
	"definition_version" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "plans_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "projects" (
	"node_id" uuid PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"first_fy" integer NOT NULL,
	"last_fy" integer NOT NULL,
	"overview_text" text
);
--> statement-breakpoint
CREATE TABLE "evaluations" (
	"indicator_id" uuid NOT NULL,
	"fy" integer NOT NULL,
	"actual" numeric,
	"actual_text" text,
	"expected" numeric,
	"expected_text" text,
	"expected_from" text,
	"rate" numeric,
	"computed_mark" text,
	"mark" text,
	"unjudged" text,
	"reported" integer NOT NULL,
	"expected_reporters" integer NOT NULL,
	"missing" text[] NOT NULL,
	"provisional" text[] NOT NULL,
	"under_survey" text[] NOT NULL,
	"no_data" text[] NOT NULL,
	"not_applicable" text[] NOT NULL,
	"is_demo" boolean NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "evaluations_indicator_id_fy_pk" PRIMARY KEY("indicator_id","fy")
);
--> statement-breakpoint
CREATE TABLE "observation_versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"observation_id" uuid NOT NULL,
	"indicator_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"fy" integer NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"quality" text NOT NULL,
	"value" numeric,
	"numerator" numeric,
	"denominator" numeric,
	"words" text,
	"reached" boolean,
	"note" text DEFAULT '' NOT NULL,
	"reason" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"author_id" uuid,
	"author_organisation_id" uuid NOT NULL,
	"request_key" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "observation_versions_requestKey_unique" UNIQUE("request_key"),
	CONSTRAINT "observation_versions_observationId_version_unique" UNIQUE("observation_id","version"),
	CONSTRAINT "observation_versions_state" CHECK ("observation_versions"."state" in ('draft', 'submitted', 'returned', 'accepted')),
	CONSTRAINT "observation_versions_quality" CHECK ("observation_versions"."quality" in ('final', 'provisional', 'under_survey', 'not_applicable', 'no_data'))
);
--> statement-breakpoint
CREATE TABLE "observations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"indicator_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"fy" integer NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "observations_indicatorId_fy_organisationId_unique" UNIQUE("indicator_id","fy","organisation_id"),
	CONSTRAINT "observations_identity" UNIQUE("id","indicator_id","organisation_id","fy"),
	CONSTRAINT "observations_state" CHECK ("observations"."state" in ('draft', 'submitted', 'returned', 'accepted'))
);
--> statement-breakpoint
CREATE TABLE "plan_figures" (
	"plan_id" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reporting_rounds" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"plan_id" uuid NOT NULL,
	"fy" integer NOT NULL,
	"due_on" date NOT NULL,
	CONSTRAINT "reporting_rounds_planId_fy_unique" UNIQUE("plan_id","fy")
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_nodes" ADD CONSTRAINT "indicator_nodes_indicator_id_indicators_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_nodes" ADD CONSTRAINT "indicator_nodes_node_id_plan_nodes_id_fk" FOREIGN KEY ("node_id") REFERENCES "public"."plan_nodes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_parts" ADD CONSTRAINT "indicator_parts_indicator_id_indicators_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_parts" ADD CONSTRAINT "indicator_parts_part_id_indicators_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."indicators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_reporters" ADD CONSTRAINT "indicator_reporters_indicator_id_indicators_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_reporters" ADD CONSTRAINT "indicator_reporters_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_home_node_id_plan_nodes_id_fk" FOREIGN KEY ("home_node_id") REFERENCES "public"."plan_nodes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_indicator_id_indicators_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "node_leaders" ADD CONSTRAINT "node_leaders_node_id_plan_nodes_id_fk" FOREIGN KEY ("node_id") REFERENCES "public"."plan_nodes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "node_leaders" ADD CONSTRAINT "node_leaders_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "node_organisations" ADD CONSTRAINT "node_organisations_node_id_plan_nodes_id_fk" FOREIGN KEY ("node_id") REFERENCES "public"."plan_nodes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "node_organisations" ADD CONSTRAINT "node_organisations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "node_themes" ADD CONSTRAINT "node_themes_node_id_plan_nodes_id_fk" FOREIGN KEY ("node_id") REFERENCES "public"."plan_nodes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_nodes" ADD CONSTRAINT "plan_nodes_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_nodes" ADD CONSTRAINT "plan_nodes_parent_id_plan_nodes_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."plan_nodes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_nodes" ADD CONSTRAINT "plan_nodes_repost_of_id_plan_nodes_id_fk" FOREIGN KEY ("repost_of_id") REFERENCES "public"."plan_nodes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_owner_id_organisations_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_node_id_plan_nodes_id_fk" FOREIGN KEY ("node_id") REFERENCES "public"."plan_nodes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluations" ADD CONSTRAINT "evaluations_indicator_id_indicators_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observation_versions" ADD CONSTRAINT "observation_versions_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observation_versions" ADD CONSTRAINT "observation_versions_author_organisation_id_organisations_id_fk" FOREIGN KEY ("author_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observation_versions" ADD CONSTRAINT "observation_versions_observation_id_indicator_id_organisation_id_fy_observations_id_indicator_id_organisation_id_fy_fk" FOREIGN KEY ("observation_id","indicator_id","organisation_id","fy") REFERENCES "public"."observations"("id","indicator_id","organisation_id","fy") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observations" ADD CONSTRAINT "observations_indicator_id_indicators_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observations" ADD CONSTRAINT "observations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_figures" ADD CONSTRAINT "plan_figures_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reporting_rounds" ADD CONSTRAINT "reporting_rounds_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_events_organisation_id_at_index" ON "audit_events" USING btree ("organisation_id","at");--> statement-breakpoint
CREATE INDEX "accounts_user_id_index" ON "accounts" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "members_organisation_id_index" ON "members" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "sessions_user_id_index" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "indicator_nodes_node_id_index" ON "indicator_nodes" USING btree ("node_id");--> statement-breakpoint
CREATE INDEX "indicator_parts_part_id_index" ON "indicator_parts" USING btree ("part_id");--> statement-breakpoint
CREATE INDEX "indicator_reporters_organisation_id_index" ON "indicator_reporters" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "indicators_home_node_id_index" ON "indicators" USING btree ("home_node_id");--> statement-breakpoint
CREATE INDEX "node_organisations_organisation_id_index" ON "node_organisations" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "plan_nodes_parent_id_index" ON "plan_nodes" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "observation_versions_accepted" ON "observation_versions" USING btree ("indicator_id","fy","organisation_id","version") WHERE state = 'accepted';--> statement-breakpoint
CREATE INDEX "observations_organisation_id_fy_index" ON "observations" USING btree ("organisation_id","fy");--> statement-breakpoint
CREATE INDEX "observations_submitted" ON "observations" USING btree ("indicator_id") WHERE state = 'submitted';