import type { LookupStore } from '../../ports/lookup-store.ts'
import type { Prisma } from '../generated/client.ts'

export function lookupStore(db: Prisma.TransactionClient): LookupStore {
  return {
    countMiss: async (kind, term, at) => {
      await db.$executeRaw`
        INSERT INTO "LookupMiss" (kind, term, count, "lastAt") VALUES (${kind}, ${term}, 1, ${at})
        ON CONFLICT (kind, term) DO UPDATE SET count = "LookupMiss".count + 1, "lastAt" = EXCLUDED."lastAt"`
    },
    misses: (limit) =>
      db.lookupMiss.findMany({
        orderBy: [{ count: 'desc' }, { term: 'asc' }],
        take: limit,
        select: { kind: true, term: true, count: true },
      }),
  }
}
