import type { NoticeContent } from '../../src/domain/notice/notice.ts'
import type { Person } from '../../src/domain/people/person.ts'
import { defaultPlaybook, seed } from '../../prisma/seed.ts'
import type { PlaybookDocument } from '../../src/domain/playbook/playbook.ts'
import type { ReceivedLead } from '../../src/domain/lead/received-lead.ts'
import type { Deps } from '../../src/ports/deps.ts'
import type { Outbox } from '../../src/ports/outbox.ts'
import { Operator, type ByOperator } from '../../src/flows/access/operator.ts'
import { receiveLeads } from '../../src/flows/intake/receive-leads.ts'
import { engines } from './database.ts'
import { at, latest } from './leads.ts'
import { agree } from './agree.ts'

/** Everything flows stand on: a real database with the default playbook, a clock that is set, and five people. */
export interface Desk extends AsyncDisposable {
  /** Of flows that people start, and of those an operator starts. */
  deps: ByOperator
  outbox: Outbox
  /** Sets the clock. */
  setClock(instant: Date): void
  /** A new version of the playbook, with some of its parts replaced. */
  agree(changes: Partial<PlaybookDocument>): Promise<void>
  /** Takes what waits to be shown out of the outbox, in order. */
  shown(): Promise<NoticeContent[]>
}

const people: Person[] = [
  aPerson('U0ANNA', { groups: ['S0SALES'] }),
  aPerson('U0BEN', { groups: ['S0SALES'], language: 'de' }),
  aPerson('U0CARLA', { groups: ['S0MARKETING'], language: 'de' }),
  aPerson('U0GUEST', { kind: 'guest' }),
  aPerson('U0STRANGER', { kind: 'stranger' }),
]

function aPerson(id: string, overrides: Partial<Person>): Person {
  return {
    ...{ id, name: id, language: 'en', zone: 'Europe/Berlin', kind: 'member', isAdmin: false, groups: [] },
    ...overrides,
  }
}

/** Opens a desk on Wednesday, 18 November 2026, 09:00 in Berlin. */
export async function openDesk(engine: (typeof engines)[number], startsAt = at('09:00')): Promise<Desk> {
  let now = startsAt
  let ids = 0
  const { db, outbox, close } = await engine.open(() => now)
  await seed(db, new Date('2026-10-01T08:00:00Z'))
  const deps: ByOperator = {
    db,
    people: { find, holders },
    now: () => now,
    newId: () => `id-${++ids}`,
    operator: new Operator(),
  }
  return {
    deps,
    outbox,
    setClock: (instant) => void (now = instant),
    agree: async (changes) => {
      await agree(db, { ...defaultPlaybook, ...changes }, { author: 'Olga Ops', at: now })
    },
    shown: () => emptied(outbox, () => now),
    [Symbol.asyncDispose]: close,
  }
}

async function find(userId: string): Promise<Person> {
  const person = people.find(({ id }) => id === userId)
  if (!person) throw new Error(`nobody is called ${userId}`)
  return person
}

async function holders({ groups, users }: { groups: string[]; users: string[] }): Promise<string[]> {
  const inGroups = people.filter((person) => person.groups.some((group) => groups.includes(group)))
  return [...new Set([...users, ...inGroups.map(({ id }) => id)])]
}

async function emptied(outbox: Outbox, now: () => Date): Promise<NoticeContent[]> {
  const contents: NoticeContent[] = []
  for (;;) {
    const notice = await outbox.claim({ now: now(), owner: 'test', leaseMs: 1000 })
    if (!notice) return contents
    contents.push(notice.content)
    await outbox.sent(notice, { ts: `1.${contents.length}`, at: now(), freeAt: now() })
  }
}

/** Hands one lead in and gives back the handoff that came of it. */
export async function handOffOne(desk: Desk, lead: ReceivedLead): Promise<string> {
  const [received] = await receiveLeads(desk.deps, { leads: [lead] })
  if (received?.became !== 'handed-off') throw new Error(`the lead became ${received?.became ?? 'nothing'}`)
  await desk.shown()
  return roundIdOf(desk.deps, received.leadId)
}

/** The latest round of a lead that was handed off. */
export async function roundIdOf({ db }: Pick<Deps, 'db'>, leadId: string | undefined): Promise<string> {
  return latest(await db.leads.find(leadId ?? '')).id
}
