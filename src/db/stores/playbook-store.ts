import type { PlaybookDocument } from '../../domain/playbook/playbook.ts'
import { storedPlaybook } from '../../domain/playbook/stored-playbook.ts'
import type { PlaybookStore } from '../../ports/playbook-store.ts'
import type { Prisma } from '../generated/client.ts'
import type { Kept } from './kept.ts'
import { addVersion, newestOf, type Table, type Version } from './versions.ts'

/** Every version is kept; the highest is in force. */
export function playbookStore(
  db: Prisma.TransactionClient,
  kept: Kept<Version<PlaybookDocument>>,
): PlaybookStore {
  const table = playbooks(db)
  return {
    version: async () => (await table.newest())[0]?.version ?? 0,
    current: async () => {
      const [playbook] = await newestOf(table, kept)
      if (!playbook) throw new Error('there is no playbook yet: start Baton once, or import one')
      return playbook
    },
    add: (document, version) => addVersion(table, { key, document }, version),
  }
}

const key = ''

const playbooks = (db: Prisma.TransactionClient): Table<PlaybookDocument> => ({
  ...{ name: 'Playbook', stored: storedPlaybook },
  newest: async () => {
    const { version } = (await db.playbook.aggregate({ _max: { version: true } }))._max
    return version === null ? [] : [{ key, version }]
  },
  read: async (places) => {
    const versions = places.map(({ version }) => version)
    const rows = await db.playbook.findMany({ where: { version: { in: versions } } })
    return rows.map((row) => ({ ...row, key }))
  },
  insert: ({ version, document, format, author, createdAt }) =>
    db.playbook.create({ data: { version, document, format, author, createdAt }, select: { version: true } }),
})
