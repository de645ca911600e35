import type { Playbook, PlaybookDocument } from '../../domain/playbook/playbook.ts'
import type { PlaybookStore } from '../../ports/playbook-store.ts'
import { asConflict } from './conflict.ts'
import type { Prisma } from '../generated/client.ts'
import { asWritten, json } from './mapping.ts'

/** Every version is kept; the highest is in force. */
export function playbookStore(db: Prisma.TransactionClient): PlaybookStore {
  const newest = () => db.playbook.findFirst({ orderBy: { version: 'desc' } })
  return {
    current: async () => {
      const row = await newest()
      if (!row) throw new Error('there is no playbook yet: start Baton once, or import one')
      return fromRow(row)
    },
    add: async (document, author, at) => {
      const version = ((await newest())?.version ?? 0) + 1
      const data = { version, document: json(document), author, createdAt: at }
      return fromRow(await db.playbook.create({ data }).catch(asConflict))
    },
  }
}

function fromRow(row: Prisma.PlaybookGetPayload<object>): Playbook {
  const document = asWritten<PlaybookDocument>(row.document)
  return { version: row.version, author: row.author, since: row.createdAt, document }
}
