CREATE TABLE "assessments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"plan_id" uuid NOT NULL,
	"indicator_id" uuid,
	"node_id" uuid,
	"fy" integer NOT NULL,
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"value" text,
	"reason" text NOT NULL,
	"author_id" uuid,
	"author_organisation_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "assessments_version" UNIQUE NULLS NOT DISTINCT("indicator_id","node_id","fy","kind","version"),
	CONSTRAINT "assessments_subject" CHECK ((indicator_id is null) <> (node_id is null)),
	CONSTRAINT "assessments_kind" CHECK ("assessments"."kind" in ('mark', 'outlook'))
);
--> statement-breakpoint
CREATE TABLE "health_dismissals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"plan_id" uuid NOT NULL,
	"finding_key" text NOT NULL,
	"dismissed" boolean NOT NULL,
	"reason" text NOT NULL,
	"author_id" uuid NOT NULL,
	"author_organisation_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "narratives" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"node_id" uuid NOT NULL,
	"fy" integer NOT NULL,
	"part" text NOT NULL,
	"version" integer NOT NULL,
	"text" text NOT NULL,
	"author_id" uuid,
	"author_organisation_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "narratives_nodeId_fy_part_version_unique" UNIQUE("node_id","fy","part","version"),
	CONSTRAINT "narratives_part" CHECK ("narratives"."part" in ('overview', 'efforts', 'evaluation', 'issues', 'next_steps'))
);
--> statement-breakpoint
CREATE TABLE "publications" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"plan_id" uuid NOT NULL,
	"fy" integer NOT NULL,
	"edition" integer NOT NULL,
	"title" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"content" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "publications_planId_fy_edition_unique" UNIQUE("plan_id","fy","edition")
);
--> statement-breakpoint
CREATE TABLE "published_summaries" (
	"node_id" uuid NOT NULL,
	"fy" integer NOT NULL,
	"indicators" integer NOT NULL,
	"marks" jsonb NOT NULL,
	"outlooks" jsonb NOT NULL,
	CONSTRAINT "published_summaries_nodeId_fy_unique" UNIQUE("node_id","fy")
);
--> statement-breakpoint
CREATE TABLE "activities" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"node_id" uuid NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "activities_nodeId_position_unique" UNIQUE("node_id","position")
);
--> statement-breakpoint
CREATE TABLE "activity_bars" (
	"activity_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"from_fy" integer NOT NULL,
	"to_fy" integer,
	"text" text NOT NULL,
	CONSTRAINT "activity_bars_activity_id_position_pk" PRIMARY KEY("activity_id","position")
);
--> statement-breakpoint
CREATE TABLE "rubrics" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"plan_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"author_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rubrics_planId_version_unique" UNIQUE("plan_id","version")
);
--> statement-breakpoint
CREATE TABLE "strategy_nodes" (
	"strategy_id" uuid NOT NULL,
	"node_id" uuid NOT NULL,
	CONSTRAINT "strategy_nodes_strategy_id_node_id_pk" PRIMARY KEY("strategy_id","node_id")
);
--> statement-breakpoint
-- The name is cut to the 63 bytes that PostgreSQL keeps; the unique key below is what it refers to.
ALTER TABLE "observation_versions" DROP CONSTRAINT "observation_versions_observation_id_indicator_id_organisation_i";
--> statement-breakpoint
ALTER TABLE "observations" DROP CONSTRAINT "observations_indicatorId_fy_organisationId_unique";--> statement-breakpoint
ALTER TABLE "observations" DROP CONSTRAINT "observations_identity";--> statement-breakpoint
ALTER TABLE "indicator_nodes" DROP CONSTRAINT "indicator_nodes_role";--> statement-breakpoint
ALTER TABLE "indicators" DROP CONSTRAINT "indicators_aggregation";--> statement-breakpoint
ALTER TABLE "plan_nodes" DROP CONSTRAINT "plan_nodes_kind";--> statement-breakpoint
DROP INDEX "observation_versions_accepted";--> statement-breakpoint
ALTER TABLE "projects" ALTER COLUMN "purpose" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "indicator_nodes" ADD COLUMN "printed_differently" text;--> statement-breakpoint
ALTER TABLE "indicators" ADD COLUMN "time_aggregation" text DEFAULT 'last' NOT NULL;--> statement-breakpoint
ALTER TABLE "indicators" ADD COLUMN "frequency" text DEFAULT 'yearly' NOT NULL;--> statement-breakpoint
ALTER TABLE "indicators" ADD COLUMN "survey_interval" integer;--> statement-breakpoint
ALTER TABLE "indicators" ADD COLUMN "survey_fy" integer;--> statement-breakpoint
ALTER TABLE "indicators" ADD COLUMN "target_bound" text;--> statement-breakpoint
ALTER TABLE "indicators" ADD COLUMN "target_from_fy" integer;--> statement-breakpoint
ALTER TABLE "indicators" ADD COLUMN "rate_method" text;--> statement-breakpoint
ALTER TABLE "indicators" ADD COLUMN "places" integer;--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "sheet" text DEFAULT 'summary' NOT NULL;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "bureau" text;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "funding_tags" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "observation_versions" ADD COLUMN "period" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "observations" ADD COLUMN "period" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_indicator_id_indicators_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_node_id_plan_nodes_id_fk" FOREIGN KEY ("node_id") REFERENCES "public"."plan_nodes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_author_organisation_id_organisations_id_fk" FOREIGN KEY ("author_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "health_dismissals" ADD CONSTRAINT "health_dismissals_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "health_dismissals" ADD CONSTRAINT "health_dismissals_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "health_dismissals" ADD CONSTRAINT "health_dismissals_author_organisation_id_organisations_id_fk" FOREIGN KEY ("author_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "narratives" ADD CONSTRAINT "narratives_node_id_plan_nodes_id_fk" FOREIGN KEY ("node_id") REFERENCES "public"."plan_nodes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "narratives" ADD CONSTRAINT "narratives_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "narratives" ADD CONSTRAINT "narratives_author_organisation_id_organisations_id_fk" FOREIGN KEY ("author_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_summaries" ADD CONSTRAINT "published_summaries_node_id_plan_nodes_id_fk" FOREIGN KEY ("node_id") REFERENCES "public"."plan_nodes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_node_id_plan_nodes_id_fk" FOREIGN KEY ("node_id") REFERENCES "public"."plan_nodes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_bars" ADD CONSTRAINT "activity_bars_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rubrics" ADD CONSTRAINT "rubrics_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rubrics" ADD CONSTRAINT "rubrics_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_nodes" ADD CONSTRAINT "strategy_nodes_strategy_id_plan_nodes_id_fk" FOREIGN KEY ("strategy_id") REFERENCES "public"."plan_nodes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_nodes" ADD CONSTRAINT "strategy_nodes_node_id_plan_nodes_id_fk" FOREIGN KEY ("node_id") REFERENCES "public"."plan_nodes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assessments_plan_id_fy_index" ON "assessments" USING btree ("plan_id","fy");--> statement-breakpoint
CREATE INDEX "assessments_node_id_index" ON "assessments" USING btree ("node_id");--> statement-breakpoint
CREATE INDEX "health_dismissals_plan_id_finding_key_created_at_index" ON "health_dismissals" USING btree ("plan_id","finding_key","created_at");--> statement-breakpoint
CREATE INDEX "strategy_nodes_node_id_index" ON "strategy_nodes" USING btree ("node_id");--> statement-breakpoint
CREATE INDEX "observation_versions_accepted" ON "observation_versions" USING btree ("indicator_id","fy","organisation_id","period","version") WHERE state = 'accepted';--> statement-breakpoint
ALTER TABLE "observations" ADD CONSTRAINT "observations_one_answer" UNIQUE("indicator_id","fy","period","organisation_id");--> statement-breakpoint
ALTER TABLE "observations" ADD CONSTRAINT "observations_identity" UNIQUE("id","indicator_id","organisation_id","fy","period");--> statement-breakpoint
ALTER TABLE "observation_versions" ADD CONSTRAINT "observation_versions_head" FOREIGN KEY ("observation_id","indicator_id","organisation_id","fy","period") REFERENCES "public"."observations"("id","indicator_id","organisation_id","fy","period") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_nodes" ADD CONSTRAINT "indicator_nodes_role" CHECK ("indicator_nodes"."role" in ('outcome', 'kpi', 'part'));--> statement-breakpoint
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_time_aggregation" CHECK ("indicators"."time_aggregation" in ('sum', 'last', 'mean'));--> statement-breakpoint
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_frequency" CHECK ("indicators"."frequency" in ('yearly', 'half_yearly', 'quarterly', 'monthly', 'every_n_years'));--> statement-breakpoint
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_survey" CHECK ((frequency = 'every_n_years') = (coalesce(survey_interval, 0) > 1 and survey_fy is not null));--> statement-breakpoint
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_aggregation" CHECK ("indicators"."aggregation" in ('sum', 'ratio', 'mean', 'weighted_mean', 'min', 'max', 'count_reached', 'single'));--> statement-breakpoint
ALTER TABLE "plan_nodes" ADD CONSTRAINT "plan_nodes_kind" CHECK ("plan_nodes"."kind" in ('goal', 'policy', 'project', 'strategy'));