CREATE TABLE "company_change" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL,
	"profile" jsonb NOT NULL,
	"before" jsonb NOT NULL,
	"logo_change" text DEFAULT 'keep' NOT NULL,
	"logo_hash" text,
	"logo_image" "bytea",
	"logo_width" integer,
	"logo_height" integer,
	"verified_domain" text,
	"verified_by" text,
	"risks" text[] DEFAULT '{}' NOT NULL,
	"edition" integer DEFAULT 1 NOT NULL,
	"saved_by" uuid,
	"saved_at" timestamp with time zone DEFAULT store_now() NOT NULL,
	"outcome" text,
	"reason" text,
	"note" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	CONSTRAINT "company_change_outcome" CHECK ("company_change"."outcome" in ('approved', 'refused', 'withdrawn')),
	CONSTRAINT "company_change_decided" CHECK (("company_change"."outcome" is null) = ("company_change"."decided_at" is null)),
	CONSTRAINT "company_change_logo" CHECK ("company_change"."logo_change" in ('keep', 'replace', 'remove') and ("company_change"."outcome" is not null or ("company_change"."logo_change" = 'replace') = ("company_change"."logo_image" is not null)))
);
--> statement-breakpoint
DROP INDEX "job_review";--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "unread" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "edition" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "job" ADD COLUMN "last_read_version" integer;--> statement-breakpoint
ALTER TABLE "company_change" ADD CONSTRAINT "company_change_company_id_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."company"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_change" ADD CONSTRAINT "company_change_saved_by_user_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_change" ADD CONSTRAINT "company_change_decided_by_user_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "company_change_open" ON "company_change" USING btree ("company_id") WHERE "company_change"."outcome" is null;--> statement-breakpoint
CREATE INDEX "company_change_company" ON "company_change" USING btree ("company_id","decided_at");--> statement-breakpoint
CREATE INDEX "job_review" ON "job" USING btree ("submitted_at") WHERE "job"."state" = 'submitted' or "job"."review_version" is not null or "job"."last_read_version" is not null;--> statement-breakpoint
-- Words that went live without being read stand in the queue from now on, with what a reviewer read last beside them.
UPDATE "job" j SET "last_read_version" = r.version
FROM (
  SELECT DISTINCT ON (job_id) job_id, version FROM "job_event"
  WHERE action IN ('publish', 'approve-revision') AND version IS NOT NULL ORDER BY job_id, id DESC
) r
WHERE r.job_id = j.id AND j.shown_version <> r.version
  AND EXISTS (SELECT FROM "job_version" v WHERE v.job_id = j.id AND v.number = r.version);
