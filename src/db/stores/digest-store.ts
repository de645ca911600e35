import type { DigestStore } from '../../ports/digest-store.ts'
import { isTaken } from './conflict.ts'
import { countDeciders } from '../cohort/count-deciders.ts'
import { countCohort } from '../cohort/count-cohort.ts'
import type { Handle } from './handle.ts'
import { markReported } from './ledger-store.ts'
import { json } from '../rows/json.ts'
import { storedFigures } from './stored-figures.ts'

export function digestStore({ db, batch }: Handle): DigestStore {
  return {
    count: (question) => countCohort(db, question),
    countDeciders: (period) => countDeciders(db, period),
    closed: async (audience, weeks) => {
      const runs = await db.digestRun.findMany({ where: { audience, week: { in: weeks } } })
      return runs.map(storedFigures)
    },
    find: async (audience, week) => {
      const run = await db.digestRun.findUnique({ where: { audience_week: { audience, week } } })
      return run && storedFigures(run)
    },
    noticeOf: async (audience, week) => {
      const run = await db.digestRun.findUnique({ where: { audience_week: { audience, week } } })
      const id = run?.noticeId
      return id ? db.notice.findUnique({ where: { id }, select: { id: true, lane: true } }) : null
    },
    start: async ({ audience, week, figures, at }, notices) => {
      const noticeId = notices[0]?.id ?? null
      const data = { audience, week, figures: json(figures), noticeId, createdAt: at }
      const told = noticeId === null ? [] : markReported(db, week, figures.ledger)
      try {
        await batch([db.digestRun.create({ data }), ...told], notices)
        return true
      } catch (error) {
        if (isTaken(error)) return false
        throw error
      }
    },
  }
}
