import type { Lead } from '../../domain/lead/lead.ts'
import { decide, receive, type Command, type Transition } from '../../domain/handoff/lifecycle.ts'
import { mergeLead } from '../../domain/lead/merge-lead.ts'
import { publicId } from '../../domain/lead/public-id.ts'
import type { Rules } from '../../domain/qualify/qualify.ts'
import type { ReceivedLead } from '../../domain/lead/received-lead.ts'
import { cardChanged, newCard } from '../handoff/card-notices.ts'
import { handOff } from './hand-off.ts'
import type { Stores } from '../../ports/database.ts'
import type { Received } from './received.ts'

/** What is needed to take in the leads of one delivery, inside one transaction. */
export interface Intake extends Rules {
  stores: Stores
  now: Date
  newId: () => string
}

/**
 * A lead comes in. Known by its sender's id, it is an update; a person whose card is still open is a duplicate,
 * noted on that card; anything else is new, handed off when it is qualified and held when not.
 */
export async function receiveLead(intake: Intake, lead: ReceivedLead): Promise<Received> {
  const { leads } = intake.stores
  const known =
    lead.externalId === undefined ? null : await leads.findByExternalId(lead.source, lead.externalId)
  return known ? updateLead(intake, known, lead) : receiveNew(intake, lead)
}

async function receiveNew(intake: Intake, lead: ReceivedLead): Promise<Received> {
  const first = receive(intake.newId(), lead, stampOf(intake, lead))
  const twin = await openTwin(intake, lead, first.after.id)
  if (!twin) return handOffOrHold(intake, first, lead)
  // Kept, held, under its sender's id, so that its next delivery is recognised and not handed off as new.
  if (lead.externalId !== undefined) await intake.stores.leads.save(first, [])
  return noteDuplicate(intake, twin, lead)
}

async function updateLead(intake: Intake, known: Lead, lead: ReceivedLead): Promise<Received> {
  const news = mergeLead(known, lead)
  if (!news) return { became: 'unchanged', leadId: known.id }
  const twin =
    known.status === 'held' || known.status === 'handed-off' ? await openTwin(intake, news, known.id) : null
  if (twin && known.status === 'handed-off') return updateBesideTwin(intake, { known, lead, twin })
  const update = apply(known, { type: 'update', lead: news }, stampOf(intake, lead))
  if (!twin && known.status === 'held') return handOffOrHold(intake, update, news)
  await intake.stores.leads.save(
    update,
    known.status === 'handed-off' ? cardChanged(update.after, null, intake.newId) : [],
  )
  return twin ? noteDuplicate(intake, twin, lead) : { became: 'updated', leadId: known.id }
}

/** Two open cards can't be the same person: the update keeps the address it had, and the other card hears of it. */
async function updateBesideTwin(
  intake: Intake,
  { known, lead, twin }: { known: Lead; lead: ReceivedLead; twin: Lead },
): Promise<Received> {
  await noteDuplicate(intake, twin, lead)
  const { email: _taken, ...others } = lead.details
  return updateLead(intake, known, { ...lead, details: others })
}

async function handOffOrHold(intake: Intake, first: Transition, lead: ReceivedLead): Promise<Received> {
  const leadId = first.after.id
  const handedOff = handOff(intake, first, lead)
  await intake.stores.leads.save(handedOff ?? first, handedOff ? newCard(handedOff.after, intake.newId) : [])
  if (handedOff) return { became: 'handed-off', leadId }
  return { became: first.before ? 'updated' : 'held', leadId }
}

/** Another lead with this e-mail address whose handoff nobody has decided yet. */
async function openTwin({ stores }: Intake, lead: ReceivedLead, ownId: string): Promise<Lead | null> {
  const { email } = lead.details
  const twin = email === undefined ? null : await stores.leads.findOpenByEmail(email)
  return twin?.id === ownId ? null : twin
}

/** Noted once for each id of a sender; without an id every delivery is one more knock on the door. */
async function noteDuplicate(intake: Intake, twin: Lead, lead: ReceivedLead): Promise<Received> {
  const { source } = lead
  const externalId = lead.externalId ?? null
  const isNoted = twin.handoff?.duplicates.some((d) => d.source === source && d.externalId === externalId)
  if (!isNoted || externalId === null) {
    const noted = apply(twin, { type: 'note-duplicate', source, externalId }, stampOf(intake, lead))
    const shown = publicId(externalId, [lead.details, twin.details])
    const note = { type: 'duplicate' as const, source, externalId: shown }
    await intake.stores.leads.save(noted, cardChanged(noted.after, note, intake.newId))
  }
  return { became: 'duplicate', leadId: twin.id }
}

function stampOf(intake: Intake, lead: ReceivedLead) {
  return { by: { kind: 'source' as const, name: lead.source }, at: intake.now }
}

/** Carries out what the state allows by the caller's own reading of it. */
function apply(lead: Lead, command: Command, stamp: ReturnType<typeof stampOf>): Transition {
  const outcome = decide(lead, command, stamp)
  if (!outcome.ok) throw new Error(`${command.type} of lead ${lead.id} was refused: ${outcome.refusal.kind}`)
  return outcome.value
}
