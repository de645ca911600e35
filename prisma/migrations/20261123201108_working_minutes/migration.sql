-- AlterTable
ALTER TABLE "Handoff" ADD COLUMN     "workingMinutes" INTEGER;
