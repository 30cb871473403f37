CREATE TYPE "public"."figure_state" AS ENUM('published', 'derived', 'top-coded', 'not-published', 'suppressed', 'not-applicable', 'not-collected', 'not-in-our-copy');--> statement-breakpoint
CREATE TYPE "public"."match_grade" AS ENUM('exact', 'close', 'chosen');--> statement-breakpoint
CREATE TYPE "public"."role_kind" AS ENUM('occupation', 'title');--> statement-breakpoint
CREATE TYPE "public"."release_status" AS ENUM('current', 'superseded');--> statement-breakpoint
CREATE TABLE "cache_change" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "cache_change_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"tags" text[] NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "crosswalk" (
	"release_id" integer NOT NULL,
	"kind" text NOT NULL,
	"from_code" text NOT NULL,
	"from_title" text NOT NULL,
	"to_code" text NOT NULL,
	"to_title" text NOT NULL,
	CONSTRAINT "crosswalk_release_id_kind_from_code_to_code_pk" PRIMARY KEY("release_id","kind","from_code","to_code")
);
--> statement-breakpoint
CREATE TABLE "related_role" (
	"role_id" integer NOT NULL,
	"release_id" integer NOT NULL,
	"related_role_id" integer NOT NULL,
	"rank" smallint NOT NULL,
	CONSTRAINT "related_role_role_id_release_id_related_role_id_pk" PRIMARY KEY("role_id","release_id","related_role_id")
);
--> statement-breakpoint
CREATE TABLE "task" (
	"role_id" integer NOT NULL,
	"release_id" integer NOT NULL,
	"task_id" integer NOT NULL,
	"text" text NOT NULL,
	"core" boolean,
	"specialty" text DEFAULT '' NOT NULL,
	CONSTRAINT "task_role_id_release_id_task_id_specialty_pk" PRIMARY KEY("role_id","release_id","task_id","specialty")
);
--> statement-breakpoint
CREATE TABLE "technology" (
	"role_id" integer NOT NULL,
	"release_id" integer NOT NULL,
	"name" text NOT NULL,
	"hot" boolean NOT NULL,
	"in_demand" boolean NOT NULL,
	CONSTRAINT "technology_role_id_release_id_name_pk" PRIMARY KEY("role_id","release_id","name")
);
--> statement-breakpoint
CREATE TABLE "figure" (
	"role_id" integer NOT NULL,
	"release_id" integer NOT NULL,
	"measure" text NOT NULL,
	"item" text DEFAULT '' NOT NULL,
	"specialty" text DEFAULT '' NOT NULL,
	"place_code" text DEFAULT 'US' NOT NULL,
	"industry_code" text DEFAULT '' NOT NULL,
	"state" "figure_state" NOT NULL,
	"value" double precision,
	"text" text,
	"rse" double precision,
	"se" double precision,
	"lower" double precision,
	"upper" double precision,
	"n" integer,
	"note" text,
	"derived_from" text[],
	CONSTRAINT "figure_role_id_release_id_measure_item_specialty_place_code_industry_code_pk" PRIMARY KEY("role_id","release_id","measure","item","specialty","place_code","industry_code"),
	CONSTRAINT "figure_has_value" CHECK (("figure"."state" in ('published', 'derived')) = ("figure"."value" is not null or "figure"."text" is not null) or "figure"."state" = 'top-coded'),
	CONSTRAINT "figure_derived_from" CHECK (("figure"."state" = 'derived') = ("figure"."derived_from" is not null))
);
--> statement-breakpoint
CREATE TABLE "industry" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "item" (
	"code" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "place" (
	"code" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"parent_code" text,
	CONSTRAINT "place_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "family" (
	"code" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "family_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "role" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "role_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"code" text NOT NULL,
	"slug" text NOT NULL,
	"kind" "role_kind" NOT NULL,
	"name" text NOT NULL,
	"singular" text NOT NULL,
	"plural" text NOT NULL,
	"article" text NOT NULL,
	"family_code" text NOT NULL,
	"occupation_id" integer,
	"match_grade" "match_grade",
	"match_note" text,
	"alternatives" text[],
	CONSTRAINT "role_code_unique" UNIQUE("code"),
	CONSTRAINT "role_slug_unique" UNIQUE("slug"),
	CONSTRAINT "role_slug_form" CHECK ("role"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and "role"."slug" !~ '(^|-)vs(-|$)'),
	CONSTRAINT "role_slug_reserved" CHECK ("role"."slug" not in ('in', 'compare', 'new', 'search', 'index', 'feed', 'sitemap')),
	CONSTRAINT "role_article" CHECK ("role"."article" in ('a', 'an')),
	CONSTRAINT "role_title_matched" CHECK (("role"."kind" = 'title') = ("role"."occupation_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "role_alias" (
	"role_id" integer NOT NULL,
	"norm" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"release_id" integer,
	CONSTRAINT "role_alias_norm_role_id_kind_pk" PRIMARY KEY("norm","role_id","kind"),
	CONSTRAINT "role_alias_kind" CHECK ("role_alias"."kind" in ('name', 'official', 'alternate', 'reported', 'slug'))
);
--> statement-breakpoint
CREATE TABLE "search_term" (
	"norm" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "release" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "release_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"source_key" text NOT NULL,
	"label" text NOT NULL,
	"period" text NOT NULL,
	"method" text NOT NULL,
	"note" text,
	"file_hash" text NOT NULL,
	"status" "release_status" NOT NULL,
	"imported_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "release_key_unique" UNIQUE("key"),
	CONSTRAINT "release_key_form" CHECK ("release"."key" ~ '^[a-z0-9-]+$')
);
--> statement-breakpoint
CREATE TABLE "source" (
	"key" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"publisher" text NOT NULL,
	"url" text,
	"licence" text NOT NULL,
	"licence_url" text,
	"credit" text
);
--> statement-breakpoint
ALTER TABLE "crosswalk" ADD CONSTRAINT "crosswalk_release_id_release_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."release"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "related_role" ADD CONSTRAINT "related_role_role_id_role_id_fk" FOREIGN KEY ("role_id") REFERENCES "public"."role"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "related_role" ADD CONSTRAINT "related_role_release_id_release_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."release"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "related_role" ADD CONSTRAINT "related_role_related_role_id_role_id_fk" FOREIGN KEY ("related_role_id") REFERENCES "public"."role"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_role_id_role_id_fk" FOREIGN KEY ("role_id") REFERENCES "public"."role"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_release_id_release_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."release"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "technology" ADD CONSTRAINT "technology_role_id_role_id_fk" FOREIGN KEY ("role_id") REFERENCES "public"."role"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "technology" ADD CONSTRAINT "technology_release_id_release_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."release"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure" ADD CONSTRAINT "figure_role_id_role_id_fk" FOREIGN KEY ("role_id") REFERENCES "public"."role"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure" ADD CONSTRAINT "figure_release_id_release_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."release"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure" ADD CONSTRAINT "figure_place_code_place_code_fk" FOREIGN KEY ("place_code") REFERENCES "public"."place"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role" ADD CONSTRAINT "role_family_code_family_code_fk" FOREIGN KEY ("family_code") REFERENCES "public"."family"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role" ADD CONSTRAINT "role_occupation_id_role_id_fk" FOREIGN KEY ("occupation_id") REFERENCES "public"."role"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_alias" ADD CONSTRAINT "role_alias_role_id_role_id_fk" FOREIGN KEY ("role_id") REFERENCES "public"."role"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_alias" ADD CONSTRAINT "role_alias_release_id_release_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."release"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release" ADD CONSTRAINT "release_source_key_source_key_fk" FOREIGN KEY ("source_key") REFERENCES "public"."source"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cache_change_at" ON "cache_change" USING btree ("at");--> statement-breakpoint
CREATE INDEX "related_role_release" ON "related_role" USING btree ("release_id");--> statement-breakpoint
CREATE INDEX "task_release" ON "task" USING btree ("release_id");--> statement-breakpoint
CREATE INDEX "technology_release" ON "technology" USING btree ("release_id");--> statement-breakpoint
CREATE INDEX "figure_release_measure" ON "figure" USING btree ("release_id","measure");--> statement-breakpoint
CREATE INDEX "role_family" ON "role" USING btree ("family_code");--> statement-breakpoint
CREATE INDEX "role_alias_role" ON "role_alias" USING btree ("role_id");--> statement-breakpoint
CREATE INDEX "role_alias_release" ON "role_alias" USING btree ("release_id");--> statement-breakpoint
CREATE INDEX "search_term_trgm" ON "search_term" USING gin ("norm" gin_trgm_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "release_one_current" ON "release" USING btree ("source_key") WHERE "release"."status" = 'current';--> statement-breakpoint
CREATE INDEX "release_file_hash" ON "release" USING btree ("file_hash");