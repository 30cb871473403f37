-- The one clock. Tests move it for a database with: alter database … set rolebook.clock_offset = '31 days'.
create function store_now() returns timestamptz language sql stable as
  $$ select now() + coalesce(nullif(current_setting('rolebook.clock_offset', true), '')::interval, interval '0') $$;
--> statement-breakpoint
-- The web role may put work in the queue, and nothing else there.
create function enqueue(task text, payload json, at timestamptz default null, key text default null) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
  begin
    perform graphile_worker.add_job(task, payload, run_at => at, max_attempts => 12, job_key => key);
  end $$;
--> statement-breakpoint
create function queue_trouble() returns table (task text, waiting bigint, last_error text)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
  begin
    return query select j.task_identifier::text, count(*), max(left(j.last_error, 300))
      from graphile_worker.jobs j where j.attempts > 0 and j.last_error is not null group by 1;
  end $$;
--> statement-breakpoint
CREATE TYPE "public"."job_state" AS ENUM('draft', 'submitted', 'changes-requested', 'refused', 'approved', 'live', 'paused', 'filled', 'expired', 'withdrawn', 'removed', 'archived');--> statement-breakpoint
CREATE TABLE "audit" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"at" timestamp with time zone DEFAULT store_now() NOT NULL,
	"user_id" uuid,
	"company_id" uuid,
	"job_id" uuid,
	"action" text NOT NULL,
	"detail" text
);
--> statement-breakpoint
CREATE TABLE "company" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"site" text,
	"about" text DEFAULT '' NOT NULL,
	"industry" text,
	"size" text,
	"places" text[] DEFAULT '{}' NOT NULL,
	"time_zone" text NOT NULL,
	"verified_domain" text,
	"verified_by" text,
	"verified_at" timestamp with time zone,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT store_now() NOT NULL,
	CONSTRAINT "company_slug_unique" UNIQUE("slug"),
	CONSTRAINT "company_slug_form" CHECK ("company"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "company_verified" CHECK (("company"."verified_domain" is null) = ("company"."verified_at" is null)),
	CONSTRAINT "company_verified_by" CHECK ("company"."verified_by" in ('email', 'dns', 'reviewer'))
);
--> statement-breakpoint
CREATE TABLE "company_slug" (
	"slug" text PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitation" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"company_id" uuid NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by" uuid,
	"created_at" timestamp with time zone DEFAULT store_now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	CONSTRAINT "invitation_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "invitation_role" CHECK ("invitation"."role" in ('owner', 'recruiter', 'viewer'))
);
--> statement-breakpoint
CREATE TABLE "member" (
	"company_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"since" timestamp with time zone DEFAULT store_now() NOT NULL,
	CONSTRAINT "member_company_id_user_id_pk" PRIMARY KEY("company_id","user_id"),
	CONSTRAINT "member_role" CHECK ("member"."role" in ('owner', 'recruiter', 'viewer'))
);
--> statement-breakpoint
CREATE TABLE "job" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"company_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"state" "job_state" DEFAULT 'draft' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"shown_version" integer,
	"review_version" integer,
	"title" text DEFAULT '' NOT NULL,
	"role_id" integer,
	"workplace" text,
	"pay_text" text,
	"place_text" text,
	"date_posted" timestamp with time zone,
	"valid_through" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"submitted_at" timestamp with time zone,
	"reminded_at" timestamp with time zone,
	"risks" text[] DEFAULT '{}' NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT store_now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT store_now() NOT NULL,
	CONSTRAINT "job_slug_unique" UNIQUE("slug"),
	CONSTRAINT "job_live_whole" CHECK ("job"."state" not in ('live', 'paused') or ("job"."shown_version" is not null and "job"."role_id" is not null
        and "job"."title" <> '' and "job"."place_text" is not null and "job"."date_posted" is not null and "job"."valid_through" is not null))
);
--> statement-breakpoint
CREATE TABLE "job_event" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"job_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT store_now() NOT NULL,
	"user_id" uuid,
	"action" text NOT NULL,
	"from_state" "job_state",
	"to_state" "job_state" NOT NULL,
	"reason" text,
	"note" text,
	"version" integer
);
--> statement-breakpoint
CREATE TABLE "job_message" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"job_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT store_now() NOT NULL,
	"user_id" uuid,
	"side" text NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "job_message_side" CHECK ("job_message"."side" in ('employer', 'reviewer'))
);
--> statement-breakpoint
CREATE TABLE "job_place" (
	"job_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"country" text NOT NULL,
	"region" text,
	"town" text,
	"latitude" double precision,
	"longitude" double precision,
	CONSTRAINT "job_place_job_id_n_pk" PRIMARY KEY("job_id","n")
);
--> statement-breakpoint
CREATE TABLE "job_replaced" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"job_id" uuid NOT NULL,
	"content" jsonb NOT NULL,
	"saved_by" uuid,
	"saved_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "job_version" (
	"job_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"content" jsonb NOT NULL,
	"edition" integer DEFAULT 1 NOT NULL,
	"saved_by" uuid,
	"saved_at" timestamp with time zone DEFAULT store_now() NOT NULL,
	CONSTRAINT "job_version_job_id_number_pk" PRIMARY KEY("job_id","number")
);
--> statement-breakpoint
CREATE TABLE "account" (
	"user_id" uuid NOT NULL,
	"type" text NOT NULL,
	"provider" text NOT NULL,
	"provider_account_id" text NOT NULL,
	"refresh_token" text,
	"access_token" text,
	"expires_at" integer,
	"token_type" text,
	"scope" text,
	"id_token" text,
	"session_state" text,
	CONSTRAINT "account_provider_provider_account_id_pk" PRIMARY KEY("provider","provider_account_id")
);
--> statement-breakpoint
CREATE TABLE "rate_limit" (
	"key" text PRIMARY KEY NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"count" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reviewer" (
	"email" text PRIMARY KEY NOT NULL,
	"since" timestamp with time zone DEFAULT store_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session" (
	"session_token" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"expires" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT store_now() NOT NULL,
	"agent" text
);
--> statement-breakpoint
CREATE TABLE "user" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text,
	"email" text NOT NULL,
	"email_verified" timestamp with time zone,
	"image" text,
	"created_at" timestamp with time zone DEFAULT store_now() NOT NULL,
	CONSTRAINT "user_email_unique" UNIQUE("email"),
	CONSTRAINT "user_email_form" CHECK ("user"."email" = lower("user"."email") and "user"."email" ~ '^[!-?A-~]+@[!-?A-~]+$')
);
--> statement-breakpoint
CREATE TABLE "verification_token" (
	"identifier" text NOT NULL,
	"token" text NOT NULL,
	"expires" timestamp with time zone NOT NULL,
	CONSTRAINT "verification_token_identifier_token_pk" PRIMARY KEY("identifier","token")
);
--> statement-breakpoint
ALTER TABLE "cache_change" ADD COLUMN "paths" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "cache_change" ADD COLUMN "expire" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "company_slug" ADD CONSTRAINT "company_slug_company_id_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."company"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_company_id_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."company"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_user_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_company_id_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."company"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job" ADD CONSTRAINT "job_company_id_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."company"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job" ADD CONSTRAINT "job_role_id_role_id_fk" FOREIGN KEY ("role_id") REFERENCES "public"."role"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job" ADD CONSTRAINT "job_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_event" ADD CONSTRAINT "job_event_job_id_job_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."job"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_event" ADD CONSTRAINT "job_event_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_message" ADD CONSTRAINT "job_message_job_id_job_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."job"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_message" ADD CONSTRAINT "job_message_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_place" ADD CONSTRAINT "job_place_job_id_job_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."job"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_replaced" ADD CONSTRAINT "job_replaced_job_id_job_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."job"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_replaced" ADD CONSTRAINT "job_replaced_saved_by_user_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_version" ADD CONSTRAINT "job_version_job_id_job_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."job"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_version" ADD CONSTRAINT "job_version_saved_by_user_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_company" ON "audit" USING btree ("company_id","at");--> statement-breakpoint
CREATE INDEX "invitation_company" ON "invitation" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "member_user" ON "member" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "job_company" ON "job" USING btree ("company_id","state");--> statement-breakpoint
CREATE INDEX "job_live" ON "job" USING btree ("date_posted" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE "job"."state" = 'live';--> statement-breakpoint
CREATE INDEX "job_live_role" ON "job" USING btree ("role_id","date_posted" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE "job"."state" = 'live';--> statement-breakpoint
CREATE INDEX "job_ends" ON "job" USING btree ("valid_through") WHERE "job"."state" in ('live', 'paused');--> statement-breakpoint
CREATE INDEX "job_review" ON "job" USING btree ("submitted_at") WHERE "job"."state" = 'submitted' or "job"."review_version" is not null;--> statement-breakpoint
CREATE INDEX "job_event_job" ON "job_event" USING btree ("job_id","at");--> statement-breakpoint
CREATE INDEX "job_message_job" ON "job_message" USING btree ("job_id","at");--> statement-breakpoint
CREATE INDEX "job_place_region" ON "job_place" USING btree ("region","country");--> statement-breakpoint
CREATE INDEX "job_place_country" ON "job_place" USING btree ("country");--> statement-breakpoint
CREATE INDEX "job_replaced_job" ON "job_replaced" USING btree ("job_id");--> statement-breakpoint
CREATE INDEX "account_user" ON "account" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "rate_limit_since" ON "rate_limit" USING btree ("since");--> statement-breakpoint
CREATE INDEX "session_user" ON "session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "session_expires" ON "session" USING btree ("expires");
--> statement-breakpoint
-- Tells every running server what changed, when the transaction commits. One writer at a time: a change with a lower
-- number can then never appear after one with a higher.
create function record_change(tags text[], paths text[] default '{}', expire boolean default false) returns void
  language plpgsql as $$
  declare change bigint;
  begin
    perform pg_advisory_xact_lock(hashtext('rolebook:change'));
    delete from cache_change where at < now() - interval '7 days';
    insert into cache_change (tags, paths, expire) values (record_change.tags, record_change.paths, record_change.expire)
      returning id into change;
    perform pg_notify('rolebook_change', change::text);
  end $$;
