import { defaultDefinitions, defaultPersonas, defaultPlaybook, seed } from '../../prisma/seed.ts'
import { acceptLead } from '../../src/flows/handoff/accept-lead.ts'
import { lookUpPersona } from '../../src/flows/look-up/look-up-persona.ts'
import { praiseLead } from '../../src/flows/handoff/praise-lead.ts'
import { recordChange } from '../../src/flows/ledger/record-change.ts'
import { rejectLead } from '../../src/flows/handoff/reject-lead.ts'
import { sendDueDigest } from '../../src/flows/digest/send-due-digest.ts'
import { showContact } from '../../src/flows/handoff/show-contact.ts'
import type { Outbox } from '../../src/ports/outbox.ts'
import type { Deps } from '../../src/ports/deps.ts'
import { aPost, askAgain, take } from './history-leads.ts'
import { expireRound } from '../support/expire.ts'
import { breakOff, deliverAll, refuseOne } from './history-notices.ts'
import { agree, define, describePersona } from '../support/agree.ts'

/** The week that every fixture tells of, and what its digest counts. */
export const toldWeek = {
  week: '2026-W46',
  ...{ delivered: 13, accepted: 3, rejected: 9, open: 1 },
  reasons: {
    ...{ 'bad-data': 1, 'company-fit': 1, duplicate: 1, 'low-intent': 2, other: 1, 'role-fit': 1, spam: 1 },
    'wrong-route': 1,
  },
}
/** All of them, and one more that another source sent of somebody whose card was open. */
export const leadsTold = 17 + 1
/** Handed off, its card posted, and nobody has decided. */
export const waiting = 'Wanda Waits'
/** Handed off after the last post: its card is still to come. */
export const unposted = ['Petra Pending', 'Paul Pending']
export const held = 'Henry Held'

interface World {
  deps: Deps
  outbox: Outbox
  setClock: (instant: Date) => void
}

/** A small but telling history: what a fixture of a schema holds. */
export async function tellHistory({ deps, outbox, setClock }: World): Promise<void> {
  setClock(new Date('2026-10-01T08:00:00Z'))
  await seed(deps.db, deps.now())
  setClock(new Date('2026-11-10T08:00:00Z'))
  await decideWeek(deps)
  await deliverAll(outbox, deps.now)
  await editPicture(deps)
  await take(deps, aPost('Frank Failed'))
  await refuseOne(outbox, deps.now)
  setClock(new Date('2026-11-16T07:50:00Z'))
  await take(deps, aPost(waiting))
  await deliverAll(outbox, deps.now)
  await sendDigest(deps, setClock)
  await comeBack(deps)
  for (const name of unposted) await take(deps, aPost(name))
  await breakOff(outbox, deps.now)
}

async function decideWeek(deps: Deps): Promise<void> {
  const [praised = '', good = ''] = await takeAll(deps, ['Ada Accepted', 'Alan Accepted'])
  for (const handoffId of [praised, good]) await acceptLead(deps, { handoffId, userId: 'U0ANNA' })
  await praiseLead(deps, { handoffId: praised, userId: 'U0ANNA', praise: 'right-person' })
  await showContact(deps, { handoffId: good, userId: 'U0CARLA' })
  for (const { code } of defaultPlaybook.reasons) await reject(deps, code)
  const lifted = aPost('Lena Lifted', { qualified: false })
  await take(deps, lifted)
  const handoffId = await take(deps, { key: 'form-lena-again', body: { ...lifted.body, qualified: true } })
  const again = aPost('Lena Lifted')
  await take(deps, { key: 'crm-1', body: { ...again.body, external_id: 'crm-1' } }, 'crm')
  await acceptLead(deps, { handoffId, userId: 'U0BEN' })
  await take(deps, aPost(held, { qualified: false }))
  await reject(deps, 'low-intent', 'Rita Rejected')
}

/** Rounds after the first: one that expired and one that is open, and one after a rejection. */
async function comeBack(deps: Deps): Promise<void> {
  for (const name of ['Ada Accepted', 'Ada Accepted', 'Rita Rejected']) {
    const handoffId = await askAgain(deps, aPost(name))
    const isFirst = name === 'Ada Accepted' && (await roundOf(deps, handoffId)) === 2
    if (isFirst) await expireRound(deps, handoffId)
  }
}

const roundOf = async ({ db }: Deps, handoffId: string) =>
  (await db.leads.findByHandoff(handoffId))?.handoff.round

const takeAll = async (deps: Deps, names: string[]) => {
  const handoffs: string[] = []
  for (const name of names) handoffs.push(await take(deps, aPost(name)))
  return handoffs
}

async function reject(deps: Deps, reason: string, name = `Rob ${reason}`): Promise<void> {
  const handoffId = await take(deps, aPost(name))
  const evidence = { attribute: 'title', stated: null, actual: 'Intern' }
  await rejectLead(deps, {
    handoffId,
    userId: 'U0BEN',
    reason,
    evidence,
    note: `Why ${reason}: “ünlike”; so.`,
  })
}

/** Second versions, and a look-up that finds nothing. */
async function editPicture({ db, now, ...deps }: Deps): Promise<void> {
  const [persona] = defaultPersonas
  const [definition] = defaultDefinitions
  const carla = { author: 'Carla Kern', at: now() }
  if (persona) await describePersona(db, { ...persona, aliases: ['ops chief'] }, carla)
  if (definition) await define(db, definition, carla)
  await agree(db, { ...defaultPlaybook, language: 'de' }, { author: 'Olga Ops', at: now() })
  await lookUpPersona({ db, now, ...deps }, { userId: 'U0ANNA', term: 'plumber' })
}

/** Of the week that ended, and marketing's answer to it; their notices wait for Slack. */
async function sendDigest(deps: Deps, setClock: World['setClock']): Promise<void> {
  setClock(new Date('2026-11-16T08:05:00Z'))
  if (!(await sendDueDigest(deps))) throw new Error('no digest was due')
  const { week } = toldWeek
  const target = { by: 'reason', key: 'spam' } as const
  const answer = {
    id: 'answer-1',
    userId: 'U0CARLA',
    week,
    target,
    what: 'The form asks for a code.',
    day: null,
  }
  const outcome = await recordChange(deps, answer)
  if (!outcome.ok) throw new Error(`the ledger refused it: ${outcome.refusal.kind}`)
}
