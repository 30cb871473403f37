ALTER TABLE "role_alias" ADD COLUMN "rank" smallint;--> statement-breakpoint
-- What is there already was read without it: shown as before, until the file is brought in again.
UPDATE "role_alias" SET "rank" = 3 WHERE "kind" = 'reported';
