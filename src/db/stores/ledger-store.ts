import type { LedgerEntry, Target } from '../../domain/ledger/entry.ts'
import { measurementSchema } from '../../domain/ledger/measurement.ts'
import type { LedgerStore } from '../../ports/ledger-store.ts'
import { isTaken } from './conflict.ts'
import { Prisma } from '../generated/client.ts'
import type { Handle } from './handle.ts'
import { json } from '../rows/json.ts'
import { readColumn } from '../rows/read-column.ts'

type Row = Prisma.LedgerEntryGetPayload<object>

export function ledgerStore({ db, batch }: Handle): LedgerStore {
  const many = async (query: Prisma.LedgerEntryFindManyArgs) =>
    (await db.ledgerEntry.findMany({ orderBy: [{ at: 'asc' }, { id: 'asc' }], ...query })).map(fromRow)
  return {
    find: async (id) => (await many({ where: { id } }))[0] ?? null,
    add: async (entry, notices) => {
      try {
        const row = db.ledgerEntry.create({ data: toRow(entry) })
        await batch([row], notices)
        return true
      } catch (error) {
        if (isTaken(error)) return false
        throw error
      }
    },
    unreported: () => many({ where: { kind: 'changed', reportedIn: null } }),
    unmeasured: (since) => many({ where: { kind: 'changed', measuredIn: null, since: { lte: since } } }),
    latest: (take) => many({ take, orderBy: [{ at: 'desc' }, { id: 'asc' }] }),
  }
}

/** The statements that mark what a digest tells of, and keep what it measured. */
export function markReported(
  db: Prisma.TransactionClient,
  week: string,
  { made, measured }: { made: { id: string }[]; measured: Pick<LedgerEntry, 'id' | 'measured'>[] },
): Prisma.PrismaPromise<unknown>[] {
  return [
    db.ledgerEntry.updateMany({
      where: { id: { in: made.map(({ id }) => id) } },
      data: { reportedIn: week },
    }),
    ...measured.map(({ id, measured: result }) =>
      db.ledgerEntry.updateMany({ where: { id }, data: { measuredIn: week, measured: json(result) } }),
    ),
  ]
}

function toRow({ target, by, measured, ...entry }: LedgerEntry): Prisma.LedgerEntryCreateInput {
  const known = measured === null ? {} : { measured: json(measured) }
  return { ...entry, author: by, targetBy: target.by, targetKey: target.key, ...known }
}

/** The columns hold what `toRow` and `markReported` wrote. */
function fromRow({ targetBy, targetKey, author, kind, measured, ...row }: Row): LedgerEntry {
  const { id, week, what, at, since } = row
  return {
    ...{ id, week, what, at, since, by: author },
    kind: kind as LedgerEntry['kind'],
    target: { by: targetBy as Target['by'], key: targetKey },
    measured: readColumn(measurementSchema.nullable(), measured, { table: 'LedgerEntry', row: id }),
  }
}
