import type { PersonaDocument } from '../../domain/glossary/persona.ts'
import { storedPersona } from '../../domain/glossary/stored-glossary.ts'
import type { PersonaStore } from '../../ports/persona-store.ts'
import type { Prisma } from '../generated/client.ts'
import type { Kept } from './kept.ts'
import { addVersion, newestOf, versionsIn, type Table, type Version } from './versions.ts'

export function personaStore(
  db: Prisma.TransactionClient,
  kept: Kept<Version<PersonaDocument>>,
): PersonaStore {
  const table = personas(db)
  return {
    versions: () => versionsIn(table),
    all: async () => (await newestOf(table, kept)).map(({ document, version }) => ({ ...document, version })),
    add: (document, version) => addVersion(table, { key: document.key, document }, version),
  }
}

const personas = (db: Prisma.TransactionClient): Table<PersonaDocument> => ({
  ...{ name: 'Persona', stored: storedPersona },
  newest: async () => {
    const groups = await db.persona.groupBy({ by: 'key', _max: { version: true }, orderBy: { key: 'asc' } })
    return groups.map(({ key, _max: { version } }) => ({ key, version: version ?? 0 }))
  },
  read: (places) => db.persona.findMany({ where: { OR: places } }),
  insert: (data) => db.persona.create({ data, select: { version: true } }),
})
