CREATE TABLE "council_pack_files" (
	"pack_id" uuid NOT NULL,
	"type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "council_pack_files_pack_id_type_pk" PRIMARY KEY("pack_id","type"),
	CONSTRAINT "council_pack_files_type" CHECK ("council_pack_files"."type" in ('pdf', 'xlsx'))
);
--> statement-breakpoint
CREATE TABLE "council_packs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"plan_id" uuid NOT NULL,
	"fy" integer NOT NULL,
	"edition" integer NOT NULL,
	"meeting" text NOT NULL,
	"meeting_on" date NOT NULL,
	"pts" text[] NOT NULL,
	"parts" text[] NOT NULL,
	"state" text DEFAULT 'making' NOT NULL,
	"steps_done" integer DEFAULT 0 NOT NULL,
	"steps_total" integer NOT NULL,
	"problem" text,
	"author_id" uuid NOT NULL,
	"author_organisation_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"moved_at" timestamp with time zone DEFAULT now() NOT NULL,
	"made_at" timestamp with time zone,
	CONSTRAINT "council_packs_one" UNIQUE("plan_id","fy","edition","meeting","meeting_on","pts","parts"),
	CONSTRAINT "council_packs_state" CHECK ("council_packs"."state" in ('making', 'ready', 'failed')),
	CONSTRAINT "council_packs_failed" CHECK ((state = 'failed') = (problem is not null)),
	CONSTRAINT "council_packs_made" CHECK ((state = 'ready') = (made_at is not null)),
	CONSTRAINT "council_packs_meeting" CHECK (length(meeting) between 1 and 100 and meeting !~ '[[:cntrl:]]'),
	CONSTRAINT "council_packs_parts" CHECK (cardinality(parts) > 0 and cardinality(pts) > 0)
);
--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "locale" text;--> statement-breakpoint
ALTER TABLE "council_pack_files" ADD CONSTRAINT "council_pack_files_pack_id_council_packs_id_fk" FOREIGN KEY ("pack_id") REFERENCES "public"."council_packs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "council_packs" ADD CONSTRAINT "council_packs_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "council_packs" ADD CONSTRAINT "council_packs_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "council_packs" ADD CONSTRAINT "council_packs_author_organisation_id_organisations_id_fk" FOREIGN KEY ("author_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "council_packs_plan_id_meeting_on_index" ON "council_packs" USING btree ("plan_id","meeting_on");--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_locale" CHECK ("users"."locale" in ('ja', 'en'));