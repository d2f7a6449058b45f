CREATE TABLE "milestone_versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"milestone_id" uuid NOT NULL,
	"node_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"step" text NOT NULL,
	"name" text NOT NULL,
	"due_on" date,
	"due_fy" integer,
	"organisation_id" uuid NOT NULL,
	"state" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"reached_on" date,
	"evidence" text DEFAULT '' NOT NULL,
	"author_id" uuid NOT NULL,
	"author_organisation_id" uuid NOT NULL,
	"request_key" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "milestone_versions_requestKey_unique" UNIQUE("request_key"),
	CONSTRAINT "milestone_versions_milestoneId_version_unique" UNIQUE("milestone_id","version"),
	CONSTRAINT "milestone_versions_due" CHECK ((due_on is null) <> (due_fy is null)),
	CONSTRAINT "milestone_versions_reached" CHECK ((reached_on is not null) = (state = 'reached')),
	CONSTRAINT "milestone_versions_reason" CHECK (state not in ('late', 'cancelled') or reason <> ''),
	CONSTRAINT "milestone_versions_state" CHECK ("milestone_versions"."state" in ('planned', 'started', 'reached', 'late', 'cancelled')),
	CONSTRAINT "milestone_versions_step" CHECK ("milestone_versions"."step" in ('save', 'start', 'delay', 'reach', 'cancel', 'reopen'))
);
--> statement-breakpoint
CREATE TABLE "milestones" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"node_id" uuid NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "milestones_identity" UNIQUE("id","node_id")
);
--> statement-breakpoint
CREATE TABLE "project_updates" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"node_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"scope" text NOT NULL,
	"version" integer NOT NULL,
	"status" text NOT NULL,
	"done" text NOT NULL,
	"issues" text DEFAULT '' NOT NULL,
	"next" text DEFAULT '' NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"author_id" uuid NOT NULL,
	"request_key" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "project_updates_requestKey_unique" UNIQUE("request_key"),
	CONSTRAINT "project_updates_version" UNIQUE("node_id","organisation_id","scope","version"),
	CONSTRAINT "project_updates_scope" CHECK ("project_updates"."scope" in ('own', 'whole')),
	CONSTRAINT "project_updates_status" CHECK ("project_updates"."status" in ('on_track', 'slipping', 'late', 'completed', 'stopped'))
);
--> statement-breakpoint
ALTER TABLE "milestone_versions" ADD CONSTRAINT "milestone_versions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestone_versions" ADD CONSTRAINT "milestone_versions_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestone_versions" ADD CONSTRAINT "milestone_versions_author_organisation_id_organisations_id_fk" FOREIGN KEY ("author_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestone_versions" ADD CONSTRAINT "milestone_versions_head" FOREIGN KEY ("milestone_id","node_id") REFERENCES "public"."milestones"("id","node_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_node_id_plan_nodes_id_fk" FOREIGN KEY ("node_id") REFERENCES "public"."plan_nodes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_updates" ADD CONSTRAINT "project_updates_node_id_plan_nodes_id_fk" FOREIGN KEY ("node_id") REFERENCES "public"."plan_nodes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_updates" ADD CONSTRAINT "project_updates_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_updates" ADD CONSTRAINT "project_updates_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "milestone_versions_node_id_index" ON "milestone_versions" USING btree ("node_id");--> statement-breakpoint
CREATE INDEX "milestones_node_id_index" ON "milestones" USING btree ("node_id");