-- Rounds ------------------------------------------------------------------------------------------------------------------

-- AlterTable
ALTER TABLE "Handoff" ADD COLUMN     "assignee" TEXT,
ADD COLUMN     "decision" TEXT,
ADD COLUMN     "expiredAt" TIMESTAMPTZ(3),
ADD COLUMN     "family" TEXT,
ADD COLUMN     "follows" TEXT,
ADD COLUMN     "ladder" JSONB;

-- AlterTable
ALTER TABLE "LeadEvent" ADD COLUMN     "format" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "handoffId" TEXT;

-- Until now nobody decided on a lead twice: the status says how it was decided, and a lead's events are about its one round.
UPDATE "Handoff" SET "decision" = "status" WHERE "status" IN ('accepted', 'rejected');
UPDATE "Handoff" SET "family" = CASE
    WHEN "reason" IN ('duplicate', 'wrong-route') THEN 'procedural'
    WHEN "reason" IN ('spam', 'bad-data') THEN 'clerical'
    WHEN "reason" IN ('company-fit', 'role-fit', 'low-intent') THEN 'definitional'
    ELSE 'other' END
WHERE "reason" IS NOT NULL;
UPDATE "Handoff" SET "expiredAt" = "dueAt" WHERE "status" = 'expired';
UPDATE "Handoff" h SET "expiredAt" = e."at" FROM "LeadEvent" e
WHERE h."status" = 'expired' AND e."leadId" = h."leadId" AND e."type" = 'lead-expired';
UPDATE "LeadEvent" e SET "handoffId" = h."id" FROM "Handoff" h
WHERE h."leadId" = e."leadId" AND e."type" NOT IN ('lead-received', 'lead-updated');

-- A handoff had the campaign that its lead had when the handoff last changed. All that led to a handoff is frozen now: it
-- has the campaign that its lead had when the handoff was made.
UPDATE "Handoff" h SET "campaign" = said."data"->'lead'->'details'->>'campaign'
FROM "LeadEvent" began CROSS JOIN LATERAL (
    SELECT e."data" FROM "LeadEvent" e
    WHERE e."leadId" = began."leadId" AND e."version" < began."version" AND e."type" IN ('lead-received', 'lead-updated')
    ORDER BY e."version" DESC LIMIT 1
) said
WHERE began."handoffId" = h."id" AND began."type" = 'lead-handed-off' AND began."leadId" = h."leadId"
    AND h."campaign" IS DISTINCT FROM said."data"->'lead'->'details'->>'campaign';

-- A try-out holds no address: it would hide a buyer of that address.
UPDATE "Lead" SET "openEmail" = NULL WHERE "isTest";

-- Notices ---------------------------------------------------------------------------------------------------------------

-- What a notice speaks of, and the message it hangs below, are two things.
ALTER TABLE "Notice" RENAME COLUMN "handoffId" TO "about";
ALTER INDEX "Notice_handoffId_idx" RENAME TO "Notice_about_idx";
ALTER TABLE "Notice" ADD COLUMN "below" TEXT, DROP COLUMN "coalesce";
UPDATE "Notice" SET "below" = "content"->>'below' WHERE jsonb_exists("content", 'below');
UPDATE "Notice" n SET "below" = (
  SELECT c."id" FROM "Notice" c WHERE c."about" = n."about" AND c."kind" = 'card' ORDER BY c."position" DESC LIMIT 1
) WHERE n."kind" IN ('card-update', 'thread');
UPDATE "Notice" SET "content" = "content" - 'below' - 'handoffId' WHERE jsonb_exists_any("content", ARRAY['below', 'handoffId']);
CREATE INDEX "Notice_below_idx" ON "Notice"("below");

-- Until now Slack was the only courier.
ALTER TABLE "Lane" ADD COLUMN "courier" TEXT NOT NULL DEFAULT 'slack';
ALTER TABLE "Lane" ALTER COLUMN "courier" DROP DEFAULT;

-- The log of all leads ----------------------------------------------------------------------------------------------------

-- Events get their position when the log is next read, those that are there already among them.
ALTER TABLE "LeadEvent" ADD COLUMN "position" BIGINT;
CREATE UNIQUE INDEX "LeadEvent_position_key" ON "LeadEvent"("position");
CREATE INDEX "LeadEvent_unnumbered_idx" ON "LeadEvent"("at", "leadId", "version") WHERE "position" IS NULL;

-- Documents ---------------------------------------------------------------------------------------------------------------

-- Stored documents say in which format they were written. All that are there are of the first one.
ALTER TABLE "Playbook" ADD COLUMN     "format" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "Persona" ADD COLUMN     "format" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "Definition" ADD COLUMN     "format" INTEGER NOT NULL DEFAULT 1;

-- Each look-up that found nothing has its time, so that a week can be counted. Of earlier ones only the last one's is known.
ALTER TABLE "LookupMiss" DROP CONSTRAINT "LookupMiss_pkey";
ALTER TABLE "LookupMiss" RENAME COLUMN "lastAt" TO "at";
UPDATE "LookupMiss" SET "count" = 1;
ALTER TABLE "LookupMiss" ADD CONSTRAINT "LookupMiss_pkey" PRIMARY KEY ("kind", "term", "at");
CREATE INDEX "LookupMiss_at_idx" ON "LookupMiss"("at");
