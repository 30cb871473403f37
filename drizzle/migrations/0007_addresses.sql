ALTER TABLE "job_place" ADD COLUMN "street" text;--> statement-breakpoint
ALTER TABLE "job_place" ADD COLUMN "postal_code" text;--> statement-breakpoint
-- Provinces were kept as they were typed; a search asks by code.
UPDATE "job_place" SET "region" = p.code FROM (VALUES
  ('AB', 'alberta'), ('BC', 'british columbia'), ('MB', 'manitoba'), ('NB', 'new brunswick'), ('NL', 'newfoundland and labrador'),
  ('NS', 'nova scotia'), ('NT', 'northwest territories'), ('NU', 'nunavut'), ('ON', 'ontario'), ('PE', 'prince edward island'),
  ('PE', 'pei'), ('QC', 'quebec'), ('QC', 'québec'), ('SK', 'saskatchewan'), ('YT', 'yukon')) AS p(code, name)
WHERE "job_place"."country" = 'CA' AND lower("job_place"."region") IN (p.name, lower(p.code));--> statement-breakpoint
-- Names of countries led to codes that ISO 3166 has withdrawn, or only reserved.
UPDATE "job_place" SET "country" = c.now FROM (VALUES
  ('FX', 'FR'), ('UK', 'GB'), ('SU', 'RU'), ('YU', 'RS'), ('CS', 'RS'), ('DY', 'BJ'), ('HV', 'BF'), ('TP', 'TL'), ('ZR', 'CD'), ('AN', 'CW'),
  ('BU', 'MM'), ('DD', 'DE'), ('NH', 'VU'), ('RH', 'ZW'), ('VD', 'VN'), ('YD', 'YE')) AS c(was, now)
WHERE "job_place"."country" = c.was;
