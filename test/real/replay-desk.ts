import { seed } from '../../prisma/seed.ts'
import { openDatabase } from '../../src/db/open.ts'
import type { Person } from '../../src/domain/people/person.ts'
import { agree } from '../support/agree.ts'
import type { Deps } from '../../src/ports/deps.ts'

/** All that the flows stand on, without Slack: what is to be posted waits in the outbox. */
export interface Desk {
  deps: Deps
  zone: string
  setClock(instant: Date): void
  close(): Promise<void>
}

/** A database in memory with the playbook, whose scoring hands nothing off by itself. */
export async function openDesk(): Promise<Desk> {
  let now = new Date('2026-01-01T09:00:00Z')
  let ids = 0
  const { db, close } = await openDatabase({ dataDir: 'memory://', now: () => now })
  await seed(db, now)
  const people = { find: async (id: string) => aMember(id), holders: async () => [] }
  const deps: Deps = { db, people, now: () => now, newId: () => `id-${(ids += 1)}` }
  const { document } = await db.playbooks.current()
  const scoring = { ...document.scoring, threshold: 1_000_000 }
  await agree(db, { ...document, scoring }, { author: 'Replay', at: now })
  return { deps, zone: document.zone, setClock: (instant) => void (now = instant), close }
}

function aMember(id: string): Person {
  const person = { id, name: id, language: 'en', zone: 'Europe/Berlin', isAdmin: false, groups: [] } as const
  return { ...person, kind: 'member', groups: [] }
}
