import { latestHandoff } from '../domain/lead/lead.ts'
import { weekOf } from '../domain/calendar/week.ts'
import { acceptLead } from '../flows/handoff/accept-lead.ts'
import { recordChange } from '../flows/ledger/record-change.ts'
import { rejectLead, type Rejection } from '../flows/handoff/reject-lead.ts'
import { people } from './cast.ts'
import type { DemoClock } from './demo-clock.ts'
import { skipToMonday } from './monday.ts'
import type { SampleLead } from './sample-leads.ts'
import { sendLeads } from './send-leads.ts'
import { settled, type Stage } from './stage.ts'

/** After so many weeks marketing changed the form of the webinar. */
const changedAfter = 2

interface Batch {
  source: SampleLead['from']
  count: number
  /** How many of them sales accepted, before the change and after it. */
  accepted: [before: number, after: number]
  rejection: Pick<Rejection, 'reason' | 'evidence' | 'note'>
}

const batches: Batch[] = [
  {
    source: 'website',
    count: 6,
    accepted: [4, 4],
    rejection: {
      reason: 'bad-data',
      evidence: { attribute: 'phone', stated: null, actual: 'belongs to somebody else' },
      note: 'Could not be reached under anything the form gave us.',
    },
  },
  {
    source: 'webinar',
    count: 10,
    accepted: [3, 7],
    rejection: {
      reason: 'role-fit',
      evidence: { attribute: 'title', stated: null, actual: 'Student' },
      note: 'Came for the certificate, not for the product.',
    },
  },
  {
    source: 'partner',
    count: 4,
    accepted: [4, 3],
    rejection: { reason: 'low-intent', evidence: null, note: 'Only asked for the slides.' },
  },
]

/** Weeks as both teams lived them before: leads, answers, digests, and what marketing changed after one of them. */
export async function playEarlierWeeks(stage: Stage, clock: DemoClock, weeks: number): Promise<void> {
  for (let week = 0; week < weeks; week += 1) {
    const { zone } = (await stage.baton.deps.db.playbooks.current()).document
    const played = weekOf(clock.now(), zone)
    await playWeek(stage, clock, week)
    await settled(stage)
    await skipToMonday(stage, clock)
    clock.forwardTo(new Date(clock.now().getTime() + dayMs))
    if (week + 1 === changedAfter) await change(stage, played)
  }
}
const dayMs = 24 * 3_600_000
const minutesToAnswer = 20

async function playWeek(stage: Stage, clock: DemoClock, week: number): Promise<void> {
  for (const { source, count, accepted, rejection } of batches) {
    const [before, after] = accepted
    const good = week < changedAfter ? before : after
    const door = { url: stage.baton.intakeUrl, tokens: stage.tokens }
    const leads = Array.from({ length: count }, (_, index) => leadOf(source, week * count + index))
    const arrivals = await sendLeads(door, leads, `earlier-${source}-${week}`)
    clock.forwardTo(new Date(clock.now().getTime() + minutesToAnswer * 60_000))
    for (const [index, { leadId }] of arrivals.entries()) {
      const userId = index % 2 === 0 ? people.anna : people.ben
      await decide(stage, leadId, { userId, isGood: index < good, rejection })
    }
  }
}

async function decide(
  { baton: { deps } }: Stage,
  leadId: string | null,
  { userId, isGood, rejection }: { userId: string; isGood: boolean; rejection: Batch['rejection'] },
): Promise<void> {
  const lead = await deps.db.leads.find(leadId ?? '')
  const handoffId = (lead && latestHandoff(lead)?.id) ?? ''
  const outcome = isGood
    ? await acceptLead(deps, { handoffId, userId })
    : await rejectLead(deps, { handoffId, userId, ...rejection })
  if (!outcome.ok) throw new Error(`An earlier lead could not be decided: ${outcome.refusal.kind}`)
}

async function change({ baton: { deps } }: Stage, week: string): Promise<void> {
  const outcome = await recordChange(deps, {
    ...{ id: 'demo-webinar-form', userId: people.carla, week, day: null },
    target: { by: 'source', key: 'webinar' },
    what: 'The webinar form asks for job title and company size, and students get the recording by mail instead.',
  })
  if (!outcome.ok) throw new Error(`The demo's change was refused: ${outcome.refusal.kind}`)
}

const givenNames = [
  'Alex',
  'Sam',
  'Robin',
  'Kim',
  'Toni',
  'Jules',
  'Noa',
  'Mika',
  'Lou',
  'Sascha',
  'Charlie',
  'Andrea',
]
const familyNames = [
  'Bauer',
  'Rossi',
  'Novak',
  'Silva',
  'Jensen',
  'Okafor',
  'Tanaka',
  'Haddad',
  'Moreau',
  'Lind',
]
const companies = [
  'Alder Tools',
  'Bright Foods',
  'Cobalt Freight',
  'Delta Clinics',
  'Ember Energy',
  'Fjord Textiles',
]

function leadOf(from: SampleLead['from'], number: number): SampleLead {
  const [given = '', family = ''] = [givenNames[number % 12], familyNames[(number * 7) % 10]]
  const company = companies[(number * 5) % companies.length] ?? ''
  const email = `${given}.${family}.${number}@${from}.example`.toLowerCase()
  return {
    from,
    lead: {
      ...{ external_id: `earlier-${from}-${number}`, name: `${given} ${family}`, email, company },
      ...{ title: from === 'webinar' ? 'Sales operations' : 'Head of Sales', employees: 120 + number },
      request: 'demo',
    },
    becomes: 'handed-off',
  }
}
