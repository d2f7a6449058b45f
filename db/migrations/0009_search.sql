CREATE TABLE "search_entries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"plan_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"place" text NOT NULL,
	"searched_name" text NOT NULL,
	"searched" text NOT NULL,
	"pairs" text[] NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "search_entries_planId_kind_code_unique" UNIQUE("plan_id","kind","code"),
	CONSTRAINT "search_entries_kind" CHECK ("search_entries"."kind" in ('goal', 'policy', 'project', 'strategy', 'indicator'))
);
--> statement-breakpoint
ALTER TABLE "search_entries" ADD CONSTRAINT "search_entries_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "search_entries_pairs" ON "search_entries" USING gin ("pairs" array_ops);