import { expireRound } from '../support/expire.ts'
import { defaultPersonas, seed } from '../../prisma/seed.ts'
import { acceptLead } from '../../src/flows/handoff/accept-lead.ts'
import { lookUpPersona } from '../../src/flows/look-up/look-up-persona.ts'
import type { Outbox } from '../../src/ports/outbox.ts'
import type { Database } from '../../src/ports/database.ts'
import { recordChange } from '../../src/flows/ledger/record-change.ts'
import { rejectLead } from '../../src/flows/handoff/reject-lead.ts'
import { reportTroubles } from '../../src/flows/delivery/report-troubles.ts'
import { sendDueDigest } from '../../src/flows/digest/send-due-digest.ts'
import { aPost, take } from '../upgrade/history-leads.ts'
import { colleagues } from '../upgrade/people.ts'
import { describePersona } from '../support/agree.ts'

/** The hours of 28 March 2027 around one o'clock UTC, when clocks in Berlin leave out an hour. */
const hours = ['00:50', '01:10', '01:45', '02:15', '02:45', '03:05', '03:59'].map((time) => at(`28T${time}`))

function at(dayAndTime: string): Date {
  return new Date(`2027-03-${dayAndTime}:00Z`)
}

export interface Night {
  db: Database
  outbox: Outbox
  now: () => Date
  setClock: (instant: Date) => void
}

/** From handing off to the digest: every store and table that holds an instant gets some. */
export async function liveThrough(night: Night): Promise<void> {
  const { db, now, setClock } = night
  let ids = 0
  const holders = () => Promise.resolve(['U0OLGA'])
  const deps = { db, now, newId: () => `id-${++ids}`, people: { ...colleagues, holders } }
  setClock(at('26T02:30'))
  await seed(db, now())
  const handoffs: string[] = []
  for (const [place, instant] of hours.entries()) {
    setClock(instant)
    handoffs.push(await take(deps, aPost(`Nora Night ${place}`)))
    const handoffId = handoffs[place - 1]
    const click = { handoffId: handoffId ?? '', userId: 'U0ANNA' }
    if (place % 3 === 1) await acceptLead(deps, click)
    if (place % 3 === 2)
      await rejectLead(deps, { ...click, reason: 'other', note: 'why not', evidence: null })
    if (place > 0 && place % 3 === 0) await expireRound(deps, click.handoffId)
    await deliver(night, place)
  }
  await describePersona(db, { ...aPersona, aliases: ['night owl'] }, { author: 'Carla Kern', at: now() })
  await lookUpPersona(deps, { userId: 'U0ANNA', term: 'plumber' })
  await reportTroubles(deps)
  setClock(at('29T07:05'))
  if (!(await sendDueDigest(deps))) throw new Error('no digest was due')
  await deliverAll(night)
  const change = {
    ...{ id: 'answer-1', userId: 'U0CARLA', week: '2027-W12', day: null },
    target: { by: 'reason', key: 'other' } as const,
  }
  const outcome = await recordChange(deps, { ...change, what: 'The form asks for the hour.' })
  if (!outcome.ok) throw new Error(`the ledger refused it: ${outcome.refusal.kind}`)
  await claimed(night)
}

const [aPersona] = defaultPersonas as [(typeof defaultPersonas)[number]]

/** One is refused, one put off, one left in doubt, one left out; Slack takes the rest. */
async function deliver({ outbox, now }: Night, place: number): Promise<void> {
  const notice = await claimed({ outbox, now })
  if (!notice) throw new Error('nothing waits')
  const soon = { error: 'ratelimited', dueAt: now() }
  if (place === 0) await outbox.fail(notice, { error: 'channel_not_found', at: now() })
  if (place === 1) await outbox.postpone(notice, soon)
  if (place === 2) await outbox.doubt(notice, soon)
  if (place === 3) await outbox.leaveOut(notice, { because: 'gone', at: now() })
  if (place > 3) await outbox.sent(notice, { ts: `${place}.0`, at: now(), freeAt: now() })
  await deliverAll({ outbox, now })
}

async function deliverAll(night: Pick<Night, 'outbox' | 'now'>): Promise<void> {
  for (let notice = await claimed(night); notice; notice = await claimed(night))
    await night.outbox.sent(notice, { ts: '1.0', at: night.now(), freeAt: night.now() })
}

/** As the sender of notices does: what is due and was not to be had, because a lock is just being given back, is tried again. */
async function claimed({ outbox, now }: Pick<Night, 'outbox' | 'now'>) {
  for (;;) {
    const notice = await outbox.claim({ now: now(), owner: 'night', leaseMs: 1000 })
    if (notice) return notice
    const next = await outbox.nextDueAt()
    if (!next || next > now()) return null
  }
}

/** What the stores say of it afterwards, instants and all. */
export async function retold({ db, outbox }: Pick<Night, 'db' | 'outbox'>): Promise<unknown> {
  const leads = inOrder(await db.leads.search('', 100))
  return {
    leads,
    histories: await Promise.all(leads.map(({ id }) => db.leads.history(id))),
    open: inOrder((await db.leads.open(100)).map(({ lead, handoff }) => ({ lead, ...handoff }))),
    receipt: await db.receipts.find('website', 'form-nora-night 2'),
    playbook: await db.playbooks.current(),
    definitions: await db.definitions.all(),
    ledger: await db.ledger.latest(10),
    digest: await db.digests.find('marketing', '2027-W12'),
    troubles: await db.troubles.all(),
    told: await db.troubles.told(['U0OLGA']),
    queue: await db.troubles.queue(),
    nextDueAt: await outbox.nextDueAt(),
  }
}

const inOrder = <T extends { id: string }>(all: T[]): T[] => all.toSorted((a, b) => a.id.localeCompare(b.id))
