-- CreateTable
CREATE TABLE "Lead" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "externalId" TEXT,
    "isTest" BOOLEAN NOT NULL DEFAULT false,
    "details" JSONB NOT NULL,
    "senderScore" JSONB,
    "senderQualified" BOOLEAN NOT NULL DEFAULT false,
    "email" TEXT,
    "openEmail" TEXT,
    "searchText" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Lead_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Handoff" (
    "id" TEXT NOT NULL,
    "leadId" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "campaign" TEXT,
    "persona" TEXT,
    "tier" TEXT NOT NULL,
    "score" INTEGER NOT NULL,
    "isTest" BOOLEAN NOT NULL DEFAULT false,
    "qualification" JSONB NOT NULL,
    "duplicates" JSONB NOT NULL,
    "handedOffAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedBy" TEXT,
    "reason" TEXT,
    "evidence" JSONB,
    "note" TEXT,
    "praise" TEXT,
    "channel" TEXT NOT NULL,
    "cardTs" TEXT,

    CONSTRAINT "Handoff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LeadEvent" (
    "leadId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" JSONB NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "LeadEvent_pkey" PRIMARY KEY ("leadId","version")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" TEXT NOT NULL,
    "position" BIGSERIAL NOT NULL,
    "lane" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "handoffId" TEXT,
    "coalesce" TEXT,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "startedAt" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),
    "ts" TEXT,
    "error" TEXT,
    "settled" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Lane" (
    "name" TEXT NOT NULL,
    "leasedBy" TEXT,
    "leasedUntil" TIMESTAMPTZ(3),
    "freeAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Lane_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "Receipt" (
    "source" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "bodyHash" TEXT NOT NULL,
    "answer" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Receipt_pkey" PRIMARY KEY ("source","key")
);

-- CreateTable
CREATE TABLE "Playbook" (
    "version" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "author" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Playbook_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "Persona" (
    "key" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "author" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Persona_pkey" PRIMARY KEY ("key","version")
);

-- CreateTable
CREATE TABLE "Definition" (
    "key" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "author" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Definition_pkey" PRIMARY KEY ("key","version")
);

-- CreateTable
CREATE TABLE "LookupMiss" (
    "kind" TEXT NOT NULL,
    "term" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LookupMiss_pkey" PRIMARY KEY ("kind","term")
);

-- CreateTable
CREATE TABLE "DigestRun" (
    "audience" TEXT NOT NULL,
    "week" TEXT NOT NULL,
    "figures" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DigestRun_pkey" PRIMARY KEY ("audience","week")
);

-- CreateIndex
CREATE UNIQUE INDEX "Lead_openEmail_key" ON "Lead"("openEmail");

-- CreateIndex
CREATE INDEX "Lead_email_idx" ON "Lead"("email");

-- CreateIndex
CREATE INDEX "Lead_updatedAt_idx" ON "Lead"("updatedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Lead_source_externalId_key" ON "Lead"("source", "externalId");

-- CreateIndex
CREATE INDEX "Handoff_handedOffAt_idx" ON "Handoff"("handedOffAt");

-- CreateIndex
CREATE INDEX "Handoff_status_dueAt_idx" ON "Handoff"("status", "dueAt");

-- CreateIndex
CREATE INDEX "Handoff_decidedBy_decidedAt_idx" ON "Handoff"("decidedBy", "decidedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Handoff_leadId_round_key" ON "Handoff"("leadId", "round");

-- CreateIndex
CREATE INDEX "LeadEvent_type_at_idx" ON "LeadEvent"("type", "at");

-- CreateIndex
CREATE INDEX "Notice_lane_settled_position_idx" ON "Notice"("lane", "settled", "position");

-- CreateIndex
CREATE INDEX "Notice_handoffId_idx" ON "Notice"("handoffId");

-- CreateIndex
CREATE INDEX "Receipt_createdAt_idx" ON "Receipt"("createdAt");

-- AddForeignKey
ALTER TABLE "Handoff" ADD CONSTRAINT "Handoff_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "Lead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LeadEvent" ADD CONSTRAINT "LeadEvent_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "Lead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
