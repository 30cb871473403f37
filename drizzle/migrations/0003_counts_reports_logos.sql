CREATE TABLE "logo" (
	"company_id" uuid PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"image" "bytea" NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"at" timestamp with time zone DEFAULT store_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "count_daily" (
	"subject" text NOT NULL,
	"kind" text NOT NULL,
	"day" date NOT NULL,
	"n" bigint NOT NULL,
	CONSTRAINT "count_daily_subject_kind_day_pk" PRIMARY KEY("subject","kind","day"),
	CONSTRAINT "count_daily_kind" CHECK ("count_daily"."kind" in ('job-view', 'job-apply', 'role-view'))
);
--> statement-breakpoint
CREATE TABLE "report" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT store_now() NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"job_id" uuid,
	"reason" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"handled_at" timestamp with time zone,
	"handled_by" uuid,
	"outcome" text,
	CONSTRAINT "report_kind" CHECK ("report"."kind" in ('job', 'page', 'figure') and ("report"."kind" = 'job') = ("report"."job_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "editor" (
	"email" text PRIMARY KEY NOT NULL,
	"since" timestamp with time zone DEFAULT store_now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "dns_token" text DEFAULT md5(gen_random_uuid()::text || gen_random_uuid()::text) NOT NULL;--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "logo" text;--> statement-breakpoint
ALTER TABLE "job" ADD COLUMN "time_zone" text;--> statement-breakpoint
ALTER TABLE "logo" ADD CONSTRAINT "logo_company_id_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."company"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_job_id_job_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."job"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_handled_by_user_id_fk" FOREIGN KEY ("handled_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "logo_hash" ON "logo" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "count_daily_day" ON "count_daily" USING btree ("kind","day");--> statement-breakpoint
CREATE INDEX "report_open" ON "report" USING btree ("kind","at") WHERE "report"."handled_at" is null;--> statement-breakpoint
CREATE INDEX "report_job" ON "report" USING btree ("job_id");--> statement-breakpoint
CREATE INDEX "job_over" ON "job" USING btree (coalesce("ended_at", "valid_through")) WHERE "job"."state" in ('filled', 'expired');--> statement-breakpoint
CREATE INDEX "job_version_description" ON "job_version" USING btree (md5("content"->>'description'));