CREATE TABLE "mails" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"items" jsonb NOT NULL,
	"state" text NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"sent_at" timestamp with time zone,
	"digest_id" uuid,
	"dedupe_key" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mails_dedupeKey_unique" UNIQUE("dedupe_key"),
	CONSTRAINT "mails_kind" CHECK ("mails"."kind" in ('mention', 'reply', 'resolved', 'submitted', 'returned', 'accepted', 'revision', 'practice', 'reminder', 'digest')),
	CONSTRAINT "mails_state" CHECK ("mails"."state" in ('gathering', 'ready', 'sent', 'digested', 'withheld', 'failed')),
	CONSTRAINT "mails_subject" CHECK (subject !~ '[[:cntrl:]]' and length(subject) between 1 and 200),
	CONSTRAINT "mails_sent" CHECK ((state = 'sent') = (sent_at is not null)),
	CONSTRAINT "mails_digested" CHECK ((state = 'digested') = (digest_id is not null))
);
--> statement-breakpoint
ALTER TABLE "notification_preferences" DROP CONSTRAINT "notification_preferences_kind";--> statement-breakpoint
ALTER TABLE "notification_preferences" ADD COLUMN "by_mail" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_digest_id_mails_id_fk" FOREIGN KEY ("digest_id") REFERENCES "public"."mails"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mails_gathering" ON "mails" USING btree ("user_id","created_at") WHERE state = 'gathering';--> statement-breakpoint
CREATE INDEX "mails_ready" ON "mails" USING btree ("due_at") WHERE state = 'ready';--> statement-breakpoint
CREATE INDEX "mails_created_at_index" ON "mails" USING btree ("created_at");--> statement-breakpoint
ALTER TABLE "notification_preferences" ADD CONSTRAINT "notification_preferences_kind" CHECK ("notification_preferences"."kind" in ('mention', 'reply', 'resolved', 'submitted', 'returned', 'accepted', 'revision', 'practice', 'reminder'));