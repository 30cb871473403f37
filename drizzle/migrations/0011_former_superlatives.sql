-- Stores that are filled already: superlatives were made by another rule, without the nation's mean of the same
-- period. The next import of an OEWS file makes them anew; until then pages have none.
DELETE FROM "figure" WHERE "state" = 'derived' AND "measure" LIKE 'pay.top-%' AND "reference" IS NULL;--> statement-breakpoint
UPDATE "release" SET "partial" = true WHERE "note" LIKE 'From a re-laid copy%';
