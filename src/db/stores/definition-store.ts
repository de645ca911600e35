import type { DefinitionDocument } from '../../domain/glossary/definition.ts'
import type { DefinitionStore } from '../../ports/definition-store.ts'
import { asConflict } from './conflict.ts'
import type { Prisma } from '../generated/client.ts'
import { asWritten, json } from './mapping.ts'

export function definitionStore(db: Prisma.TransactionClient): DefinitionStore {
  return {
    all: async () => {
      const rows = await db.definition.findMany({
        distinct: ['key'],
        orderBy: [{ key: 'asc' }, { version: 'desc' }],
      })
      return rows.map(({ document, version, createdAt }) => ({
        ...asWritten<DefinitionDocument>(document),
        version,
        since: createdAt,
      }))
    },
    add: async (document, author, at) => {
      const newest = await db.definition.findFirst({
        where: { key: document.key },
        orderBy: { version: 'desc' },
      })
      const version = (newest?.version ?? 0) + 1
      const data = { key: document.key, version, document: json(document), author, createdAt: at }
      await db.definition.create({ data }).catch(asConflict)
    },
  }
}
