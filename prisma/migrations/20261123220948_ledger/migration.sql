-- AlterTable
ALTER TABLE "DigestRun" ADD COLUMN     "noticeId" TEXT;

-- CreateTable
CREATE TABLE "LedgerEntry" (
    "id" TEXT NOT NULL,
    "week" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "targetBy" TEXT NOT NULL,
    "targetKey" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "reportedIn" TEXT,
    "measuredIn" TEXT,
    "measured" JSONB,

    CONSTRAINT "LedgerEntry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "LedgerEntry_kind_reportedIn_idx" ON "LedgerEntry"("kind", "reportedIn");

-- CreateIndex
CREATE INDEX "LedgerEntry_kind_measuredIn_since_idx" ON "LedgerEntry"("kind", "measuredIn", "since");
