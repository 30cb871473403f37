CREATE TABLE "pay_breakdown" (
	"role_id" integer NOT NULL,
	"release_id" integer NOT NULL,
	"employment" integer,
	"annual_mean" integer,
	"annual_p10" integer,
	"annual_p25" integer,
	"annual_median" integer,
	"annual_p75" integer,
	"annual_p90" integer,
	"place_code" text DEFAULT 'US' NOT NULL,
	"industry_code" text DEFAULT '' NOT NULL,
	"states" text NOT NULL,
	"employment_rse" numeric,
	"mean_rse" numeric,
	"jobs_per_1000" numeric,
	"location_quotient" numeric,
	"hourly_mean" numeric,
	"hourly_p10" numeric,
	"hourly_p25" numeric,
	"hourly_median" numeric,
	"hourly_p75" numeric,
	"hourly_p90" numeric,
	CONSTRAINT "pay_breakdown_role_id_release_id_place_code_industry_code_pk" PRIMARY KEY("role_id","release_id","place_code","industry_code"),
	CONSTRAINT "pay_breakdown_states" CHECK ("pay_breakdown"."states" ~ '^[ptna-]{15}$'),
	CONSTRAINT "pay_breakdown_cells" CHECK (num_nonnulls("pay_breakdown"."employment", "pay_breakdown"."jobs_per_1000", "pay_breakdown"."location_quotient", "pay_breakdown"."hourly_mean", "pay_breakdown"."hourly_p10", "pay_breakdown"."hourly_p25", "pay_breakdown"."hourly_median", "pay_breakdown"."hourly_p75", "pay_breakdown"."hourly_p90", "pay_breakdown"."annual_mean", "pay_breakdown"."annual_p10", "pay_breakdown"."annual_p25", "pay_breakdown"."annual_median", "pay_breakdown"."annual_p75", "pay_breakdown"."annual_p90") between length(translate("pay_breakdown"."states", 'tna-', '')) and length(translate("pay_breakdown"."states", 'na-', '')))
);
--> statement-breakpoint
ALTER TABLE "figure" DROP CONSTRAINT "figure_derived_from";--> statement-breakpoint
ALTER TABLE "figure" ADD COLUMN "reference" double precision;--> statement-breakpoint
ALTER TABLE "release" ADD COLUMN "partial" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "pay_breakdown" ADD CONSTRAINT "pay_breakdown_role_id_role_id_fk" FOREIGN KEY ("role_id") REFERENCES "public"."role"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pay_breakdown" ADD CONSTRAINT "pay_breakdown_release_id_release_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."release"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pay_breakdown" ADD CONSTRAINT "pay_breakdown_place_code_place_code_fk" FOREIGN KEY ("place_code") REFERENCES "public"."place"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pay_breakdown_place" ON "pay_breakdown" USING btree ("release_id","place_code","industry_code");--> statement-breakpoint
ALTER TABLE "figure" ADD CONSTRAINT "figure_derived_from" CHECK (case "figure"."state" when 'derived' then "figure"."derived_from" is not null when 'top-coded' then true else "figure"."derived_from" is null end);--> statement-breakpoint
CREATE VIEW "ledger" AS
SELECT role_id, release_id, measure, item, specialty, place_code, industry_code, state, value, text, rse, se, lower, upper, n, note, survey_group, group_size, derived_from, reference
FROM "figure"
UNION ALL
SELECT b.role_id, b.release_id, c.measure, '', '', b.place_code, b.industry_code,
  CASE c.letter WHEN 'p' THEN 'published' WHEN 't' THEN 'top-coded' WHEN 'n' THEN 'not-published' ELSE 'not-applicable' END::figure_state,
  CASE c.letter WHEN 'p' THEN c.amount END, null::text, CASE WHEN c.letter IN ('p', 't') THEN c.rse END, null::float8,
  CASE c.letter WHEN 't' THEN c.amount END, null::float8, null::integer, null::text, null::text, null::integer, null::text[], null::float8
FROM "pay_breakdown" b CROSS JOIN LATERAL (
  SELECT substr(b.states, v.position, 1) AS letter, v.measure, v.amount, v.rse FROM (VALUES
    (1, 'employment', b.employment::float8, b.employment_rse::float8),
    (2, 'employment.per-1000', b.jobs_per_1000::float8, null),
    (3, 'employment.location-quotient', b.location_quotient::float8, null),
    (4, 'pay.hourly.mean', b.hourly_mean::float8, b.mean_rse::float8),
    (5, 'pay.hourly.p10', b.hourly_p10::float8, null),
    (6, 'pay.hourly.p25', b.hourly_p25::float8, null),
    (7, 'pay.hourly.median', b.hourly_median::float8, null),
    (8, 'pay.hourly.p75', b.hourly_p75::float8, null),
    (9, 'pay.hourly.p90', b.hourly_p90::float8, null),
    (10, 'pay.annual.mean', b.annual_mean::float8, b.mean_rse::float8),
    (11, 'pay.annual.p10', b.annual_p10::float8, null),
    (12, 'pay.annual.p25', b.annual_p25::float8, null),
    (13, 'pay.annual.median', b.annual_median::float8, null),
    (14, 'pay.annual.p75', b.annual_p75::float8, null),
    (15, 'pay.annual.p90', b.annual_p90::float8, null)
  ) AS v(position, measure, amount, rse)
) c
WHERE c.letter <> '-';
