import type { DefinitionDocument } from '../../domain/glossary/definition.ts'
import { storedDefinition } from '../../domain/glossary/stored-glossary.ts'
import type { DefinitionStore } from '../../ports/definition-store.ts'
import type { Prisma } from '../generated/client.ts'
import type { Kept } from './kept.ts'
import { addVersion, newestOf, versionsIn, type Table, type Version } from './versions.ts'

export function definitionStore(
  db: Prisma.TransactionClient,
  kept: Kept<Version<DefinitionDocument>>,
): DefinitionStore {
  const table = definitions(db)
  return {
    versions: () => versionsIn(table),
    all: async () =>
      (await newestOf(table, kept)).map(({ document, version, since }) => ({ ...document, version, since })),
    add: (document, version) => addVersion(table, { key: document.key, document }, version),
  }
}

const definitions = (db: Prisma.TransactionClient): Table<DefinitionDocument> => ({
  ...{ name: 'Definition', stored: storedDefinition },
  newest: async () => {
    const groups = await db.definition.groupBy({
      by: 'key',
      _max: { version: true },
      orderBy: { key: 'asc' },
    })
    return groups.map(({ key, _max: { version } }) => ({ key, version: version ?? 0 }))
  },
  read: (places) => db.definition.findMany({ where: { OR: places } }),
  insert: (data) => db.definition.create({ data, select: { version: true } }),
})
