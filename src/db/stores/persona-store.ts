import type { PersonaDocument } from '../../domain/glossary/persona.ts'
import type { PersonaStore } from '../../ports/persona-store.ts'
import { asConflict } from './conflict.ts'
import type { Prisma } from '../generated/client.ts'
import { asWritten, json } from './mapping.ts'

export function personaStore(db: Prisma.TransactionClient): PersonaStore {
  return {
    all: async () => {
      const rows = await db.persona.findMany({
        distinct: ['key'],
        orderBy: [{ key: 'asc' }, { version: 'desc' }],
      })
      return rows.map((row) => ({ ...asWritten<PersonaDocument>(row.document), version: row.version }))
    },
    add: async (document, author, at) => {
      const newest = await db.persona.findFirst({
        where: { key: document.key },
        orderBy: { version: 'desc' },
      })
      const version = (newest?.version ?? 0) + 1
      const data = { key: document.key, version, document: json(document), author, createdAt: at }
      await db.persona.create({ data }).catch(asConflict)
    },
  }
}
