import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultPlaybook } from '../../../prisma/seed.ts'
import type { Cohort, CohortFilter } from '../../../src/domain/digest/cohort.ts'
import { sliceKinds } from '../../../src/domain/digest/slice-kind.ts'
import { decisionOf } from '../../../src/domain/handoff/handoff.ts'
import type { LeadRound } from '../../../src/domain/lead/lead.ts'
import { decide } from '../../../src/domain/handoff/lifecycle.ts'
import { acceptLead } from '../../../src/flows/handoff/accept-lead.ts'
import { praiseLead } from '../../../src/flows/handoff/praise-lead.ts'
import { rejectLead } from '../../../src/flows/handoff/reject-lead.ts'
import { countedByHand, type Handed } from '../../support/cohort.ts'
import { engines } from '../../support/database.ts'
import { handOffOne, openDesk, type Desk } from '../../support/desk.ts'
import { aReceivedLead, at } from '../../support/leads.ts'

const { zone, workingHours: hours } = defaultPlaybook
const monday = new Date('2026-11-16T00:00:00+01:00')
const nextMonday = new Date('2026-11-23T00:00:00+01:00')
/** Names as people give them; the second would end a piece of SQL, were it ever part of one. */
const sources = ['webinar', String.raw`O'Neil's "50 %_" \' OR 1=1 --`, 'Messe Köln 🔥 – Halle 3']
const campaigns = ['spring  fair', String.raw`%'; \n`, 'Größe: 1,5 µm']
/** One of them is the team's own. */
const reasons = ['low-intent', 'duplicate', 'not-our-region', 'spam'] as const

/** Forty leads over three days, with every kind of end, made by the flows; gives back what was stored. */
async function workSomeDays(desk: Desk): Promise<LeadRound[]> {
  const [procedural] = defaultPlaybook.reasons
  if (procedural?.family !== 'procedural') throw new Error('another reason comes first')
  const own = { ...procedural, code: 'not-our-region', label: 'Not our region' }
  await desk.agree({ reasons: [...defaultPlaybook.reasons, own] })
  const ids: string[] = []
  for (let number = 0; number < 40; number++) {
    desk.setClock(new Date(at('09:00').getTime() + number * 97 * 60_000))
    ids.push(await handOffOne(desk, leadNumber(number)))
  }
  for (const [number, id] of ids.entries()) {
    desk.setClock(new Date(at('09:05').getTime() + number * 101 * 60_000))
    await end(desk, id, number)
  }
  const rounds = await Promise.all(ids.map((id) => desk.deps.db.leads.findByHandoff(id)))
  return rounds.flatMap((round) => round ?? [])
}

function leadNumber(number: number) {
  return aReceivedLead({
    ...{ source: sources[number % 3] ?? '', externalId: `N-${number}` },
    ...{ qualified: true, isTest: number === 39 },
    details: {
      email: `p${number}@example.com`,
      title: number % 4 === 0 ? 'VP Sales' : 'Clerk',
      ...(number % 2 === 0 && { campaign: campaigns[number % 5] ?? 'none of these' }),
      ...(number % 7 === 0 && { request: 'demo' as const }),
    },
  })
}

async function end({ deps }: Desk, handoffId: string, number: number): Promise<void> {
  const userId = 'U0ANNA'
  if (number % 5 === 4) return
  if (number % 5 === 3) return expire(deps, handoffId)
  if (number % 5 === 2) {
    const reason = reasons[number % reasons.length] ?? 'spam'
    await rejectLead(deps, {
      handoffId,
      userId,
      reason,
      evidence: null,
      note: number % 3 ? `note ${number}` : null,
    })
    return
  }
  await acceptLead(deps, { handoffId, userId })
  if (number % 2 === 0) await praiseLead(deps, { handoffId, userId, praise: 'clear-intent' })
}

async function expire(deps: Desk['deps'], handoffId: string): Promise<void> {
  const round = await deps.db.leads.findByHandoff(handoffId)
  const outcome =
    round &&
    decide(
      round.lead,
      { type: 'expire', handoffId },
      { by: { kind: 'system', name: 'test' }, at: deps.now() },
    )
  if (!outcome?.ok) throw new Error('the lead could not expire')
  await deps.db.leads.save(outcome.value, [])
}

function handedOf({ lead: { source, details }, handoff }: LeadRound): Handed {
  const { qualification, status, handedOffAt, dueAt } = handoff
  const decision = decisionOf(handoff)
  const rejection = decision?.kind === 'rejected' ? decision : null
  return {
    ...{ source, status, handedOffAt, dueAt, campaign: details.campaign ?? null, tier: qualification.tier },
    ...{ persona: qualification.persona?.key ?? null, score: qualification.score.points },
    ...{ decidedAt: decision?.at ?? null, workingMinutes: decision?.workingMinutes ?? null },
    ...{
      reason: rejection?.reason ?? null,
      family: rejection?.family ?? null,
      note: rejection?.note ?? null,
    },
    praise: decision?.kind === 'accepted' ? decision.praise : null,
  }
}

/** The same, whatever order its lists are in; endings of the same length summed. */
function inOrder({ waits, ...cohort }: Cohort) {
  const text = (list: object[]) => list.map((one) => JSON.stringify(one)).toSorted()
  const summed = (endings: Cohort['waits']['wall']) =>
    [...Map.groupBy(endings, ({ after }) => after)].map(([after, same]) => ({
      after,
      decided: same.reduce((sum, one) => sum + one.decided, 0),
      censored: same.reduce((sum, one) => sum + one.censored, 0),
    }))
  return {
    all: cohort.all,
    ...{ slices: text(cohort.slices), reasons: text(cohort.reasons), praise: text(cohort.praise) },
    ...{ scores: text(cohort.scores), notes: text(cohort.notes) },
    ...{ wall: text(summed(waits.wall)), working: text(summed(waits.working)) },
  }
}

/** Every combination of kinds, each with a value that some lead has, or one that none has. */
function filtersOf(leads: Handed[]): fc.Arbitrary<CohortFilter> {
  const valuesOf = (by: (typeof sliceKinds)[number]) =>
    fc.constantFrom(...new Set(leads.map((lead) => lead[by]).filter((key) => key !== null)), "nobody's")
  const [source, campaign, persona, tier] = sliceKinds.map(valuesOf)
  if (!source || !campaign || !persona || !tier) throw new Error('a kind of slice has no values')
  return fc.record({ source, campaign, persona, tier }, { requiredKeys: [] })
}

describe.each(engines)('the cohort of a week on $name', (engine) => {
  it('is counted by one statement as by hand, tests left out, and narrowed down in every way', async () => {
    await using desk = await openDesk(engine)
    const leads = (await workSomeDays(desk)).filter(({ lead }) => !lead.isTest).map(handedOf)
    const question = { from: monday, to: nextMonday, now: desk.deps.now(), working: { hours, zone } }
    const counted = await desk.deps.db.digests.count(question)
    expect(inOrder(counted)).toEqual(inOrder(countedByHand(leads, question.now)))
    expect(counted.all).toMatchObject({ delivered: 39, open: 7, expired: 8 })
    await fc.assert(
      fc.asyncProperty(filtersOf(leads), async (filter) => {
        const narrow = await desk.deps.db.digests.count({ ...question, filter })
        const those = leads.filter((lead) => sliceKinds.every((by) => (filter[by] ?? lead[by]) === lead[by]))
        expect(inOrder(narrow)).toEqual(inOrder(countedByHand(those, question.now)))
      }),
      { seed: 29, numRuns: 40 },
    )
  })

  it('quotes notes without the names and addresses of their leads', async () => {
    await using desk = await openDesk(engine)
    const details = { name: 'Jane Doe', email: 'jane@acme.example' }
    const handoffId = await handOffOne(desk, aReceivedLead({ qualified: true, details }))
    const note = 'Jane Doe (jane@acme.example) is a student.'
    await rejectLead(desk.deps, { handoffId, userId: 'U0ANNA', reason: 'spam', evidence: null, note })
    const question = { from: monday, to: nextMonday, now: desk.deps.now(), working: { hours, zone } }
    const { notes } = await desk.deps.db.digests.count(question)
    expect(notes.map((quote) => quote.note)).toEqual(['… (…) is a student.'])
  })

  it('of a week without leads is empty', async () => {
    await using desk = await openDesk(engine)
    const question = { from: monday, to: nextMonday, now: desk.deps.now(), working: { hours, zone } }
    const counted = await desk.deps.db.digests.count(question)
    expect(inOrder(counted)).toEqual(inOrder(countedByHand([], question.now)))
  })
})
