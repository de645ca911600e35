import type { DigestFigures, HandoffRecord } from '../domain/digest-figures.ts'
import { ConflictError, type DigestStore } from '../flows/ports.ts'
import { asConflict } from './conflict.ts'
import type { Prisma } from './generated/client.ts'
import type { Handle } from './handle.ts'
import { json } from './mapping.ts'
import { insertNotices } from './save-notices.ts'

export function digestStore({ db, batch }: Handle, now: () => Date): DigestStore {
  return {
    cohort: async (from, to) =>
      (
        await db.handoff.findMany({ where: { handedOffAt: { gte: from, lt: to }, isTest: false }, select })
      ).map((row) => row as unknown as HandoffRecord),
    find: async (audience, week) => {
      const run = await db.digestRun.findUnique({ where: { audience_week: { audience, week } } })
      return run && (run.figures as unknown as DigestFigures)
    },
    start: async ({ audience, week, figures, at }, notice) => {
      const run = db.digestRun.create({ data: { audience, week, figures: json(figures), createdAt: at } })
      try {
        await batch([run, ...insertNotices(db, notice ? [notice] : [], now())]).catch(asConflict)
        return true
      } catch (error) {
        if (error instanceof ConflictError) return false
        throw error
      }
    },
  }
}

const select = {
  ...{ id: true, source: true, campaign: true, persona: true, tier: true, status: true, reason: true },
  ...{ handedOffAt: true, dueAt: true, decidedAt: true, evidence: true, note: true, praise: true },
} satisfies Prisma.HandoffSelect
