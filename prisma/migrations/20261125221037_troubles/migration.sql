-- AlterTable
ALTER TABLE "Notice" ADD COLUMN     "channel" TEXT,
ADD COLUMN     "failedAt" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "Notice_failedAt_idx" ON "Notice"("failedAt");

-- What was refused before this was kept: since when at the latest.
UPDATE "Notice" SET "failedAt" = coalesce("startedAt", "createdAt") WHERE state = 'failed';
