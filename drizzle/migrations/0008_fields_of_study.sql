CREATE TABLE "field_of_study" (
	"role_id" integer NOT NULL,
	"release_id" integer NOT NULL,
	"cip" text NOT NULL,
	"title" text NOT NULL,
	CONSTRAINT "field_of_study_role_id_release_id_cip_pk" PRIMARY KEY("role_id","release_id","cip")
);
--> statement-breakpoint
ALTER TABLE "field_of_study" ADD CONSTRAINT "field_of_study_role_id_role_id_fk" FOREIGN KEY ("role_id") REFERENCES "public"."role"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "field_of_study" ADD CONSTRAINT "field_of_study_release_id_release_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."release"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "field_of_study_release" ON "field_of_study" USING btree ("release_id");