-- What is stored already stays, however long it is: NOT VALID asks only of what is written from now on.
CREATE TABLE "review_notice" (
	"email" text PRIMARY KEY NOT NULL,
	"told_at" timestamp with time zone NOT NULL,
	"told" text[] NOT NULL
);
--> statement-breakpoint
ALTER TABLE "job_message" ADD COLUMN "answered_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "audit_made" ON "audit" USING btree ("user_id") WHERE "audit"."action" = 'company made';--> statement-breakpoint
CREATE INDEX "job_message_waiting" ON "job_message" USING btree ("at") WHERE "job_message"."side" = 'employer' and "job_message"."answered_at" is null;--> statement-breakpoint
ALTER TABLE "company" ADD CONSTRAINT "company_lengths" CHECK (length("company"."slug") <= 100 and length("company"."name") <= 200 and length("company"."site") <= 500 and length("company"."about") <= 20000
        and length("company"."industry") <= 200 and length("company"."size") <= 40 and cardinality("company"."places") <= 200
        and length(array_to_string("company"."places", '')) <= 20000) NOT VALID;--> statement-breakpoint
ALTER TABLE "company_change" ADD CONSTRAINT "company_change_lengths" CHECK (length("company_change"."profile"::text) <= 60000 and length("company_change"."before"::text) <= 60000 and length("company_change"."note") <= 10000) NOT VALID;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_lengths" CHECK (length("invitation"."email") <= 254) NOT VALID;--> statement-breakpoint
ALTER TABLE "job" ADD CONSTRAINT "job_lengths" CHECK (length("job"."title") <= 200 and length("job"."slug") <= 100 and length("job"."pay_text") <= 2000 and length("job"."place_text") <= 2000) NOT VALID;--> statement-breakpoint
ALTER TABLE "job_event" ADD CONSTRAINT "job_event_lengths" CHECK (length("job_event"."note") <= 10000 and length("job_event"."reason") <= 200) NOT VALID;--> statement-breakpoint
ALTER TABLE "job_message" ADD CONSTRAINT "job_message_lengths" CHECK (length("job_message"."text") <= 10000) NOT VALID;--> statement-breakpoint
ALTER TABLE "job_replaced" ADD CONSTRAINT "job_replaced_lengths" CHECK (length("job_replaced"."content"::text) <= 120000) NOT VALID;--> statement-breakpoint
ALTER TABLE "job_version" ADD CONSTRAINT "job_version_lengths" CHECK (length("job_version"."content"::text) <= 120000) NOT VALID;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_lengths" CHECK (length("report"."subject") <= 300 and length("report"."note") <= 10000 and length("report"."reason") <= 200) NOT VALID;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_lengths" CHECK (length("session"."agent") <= 200) NOT VALID;--> statement-breakpoint
ALTER TABLE "user" ADD CONSTRAINT "user_lengths" CHECK (length("user"."email") <= 254 and length("user"."name") <= 200 and length("user"."image") <= 2000) NOT VALID;
--> statement-breakpoint
-- What a reviewer has answered or decided since waits no more.
update job_message m set answered_at = m.at where m.side = 'employer' and (
  exists (select from job_message r where r.job_id = m.job_id and r.side = 'reviewer' and r.id > m.id)
  or exists (select from job_event e where e.job_id = m.job_id and e.at >= m.at and e.action in
    ('request-changes', 'refuse', 'approve', 'request-revision-changes', 'refuse-revision', 'approve-revision', 'remove')));
