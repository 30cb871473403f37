ALTER TABLE "figure" ADD COLUMN "survey_group" text;--> statement-breakpoint
ALTER TABLE "figure" ADD COLUMN "group_size" integer;--> statement-breakpoint
-- Stores that are filled already: the notes that named a group become the group.
UPDATE "figure" SET "survey_group" = substr("note", 6), "note" = NULL WHERE "note" LIKE 'for: %';--> statement-breakpoint
UPDATE "figure" f SET "survey_group" = g.name, "note" = NULL
FROM "role" r, (
  SELECT c.from_code, string_agg(c.to_title, '; ' ORDER BY c.to_code) AS name
  FROM "crosswalk" c JOIN "release" l ON l.id = c.release_id AND l.status = 'current' WHERE c.kind = 'acs' GROUP BY 1
) g
WHERE f."note" = 'shared with a broader group of the survey' AND r.id = f.role_id AND g.from_code = r.code;--> statement-breakpoint
UPDATE "figure" f SET "survey_group" = g.survey_group
FROM "role" r, (SELECT DISTINCT release_id, survey_group FROM "figure" WHERE survey_group IS NOT NULL) g
WHERE f.release_id = g.release_id AND r.id = f.role_id AND lower(r.name) = lower(g.survey_group) AND f.survey_group IS NULL;--> statement-breakpoint
UPDATE "figure" f SET "group_size" = g.size
FROM (SELECT release_id, survey_group, count(DISTINCT role_id) AS size FROM "figure" WHERE survey_group IS NOT NULL GROUP BY 1, 2) g
WHERE f.release_id = g.release_id AND f.survey_group = g.survey_group;
