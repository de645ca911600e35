import type { Refusal } from '../../../src/domain/handoff/refusal.ts'
import { decide } from '../../../src/domain/handoff/lifecycle.ts'
import { handoffOf } from '../../../src/domain/lead/lead.ts'
import { acceptLead } from '../../../src/flows/handoff/accept-lead.ts'
import { cardChanged } from '../../../src/flows/handoff/card-notices.ts'
import { praiseLead } from '../../../src/flows/handoff/praise-lead.ts'
import { prepareRejection } from '../../../src/flows/handoff/prepare-rejection.ts'
import { rejectLead } from '../../../src/flows/handoff/reject-lead.ts'
import { showContact } from '../../../src/flows/handoff/show-contact.ts'
import type { Played } from './played.ts'
import type { Said } from './reference.ts'
import type { Click } from './steps.ts'

const done = { accept: 'accepted', reject: 'rejected' } as const

/** One click through its flow, answered in the words of the model. */
export async function click({ world: { deps } }: Played, step: Click, handoffId: string): Promise<Said> {
  const on = { handoffId, userId: step.who }
  const outcome = await carriedOut()
  if (!outcome.ok) return saidOf(outcome.refusal)
  return { done: step.do === 'accept' || step.do === 'reject' ? done[step.do] : step.do }

  function carriedOut() {
    switch (step.do) {
      case 'accept':
        return acceptLead(deps, on)
      case 'prepare':
        return prepareRejection(deps, on)
      case 'show-contact':
        return showContact(deps, on)
      case 'praise':
        return praiseLead(deps, { ...on, praise: step.praise })
      case 'reject': {
        const evidence = { attribute: step.attribute, stated: 'forged', actual: step.actual }
        return rejectLead(deps, { ...on, reason: step.reason, evidence, note: step.note })
      }
    }
  }
}

/** The clock ran out, as the job will carry it out that is still to come. */
export async function expired({ world: { deps } }: Played, handoffId: string): Promise<Said> {
  const round = await deps.db.leads.findByHandoff(handoffId)
  if (!round) return { refused: 'lead-unknown' }
  const stamp = { by: { kind: 'system' as const, name: 'clock' }, at: deps.now() }
  const outcome = decide(round.lead, { type: 'expire', handoffId: round.handoff.id }, stamp)
  if (!outcome.ok) return saidOf(outcome.refusal)
  const { after: lead } = outcome.value
  const after = { lead, handoff: handoffOf(lead, round.handoff.id) ?? round.handoff }
  await deps.db.leads.save(outcome.value, cardChanged(after, { type: 'expired' }, deps.newId))
  return { done: 'expired' }
}

function saidOf(refusal: Refusal): Said {
  switch (refusal.kind) {
    case 'already-decided':
      return { refused: refusal.kind, by: refusal.decision.by }
    case 'expired':
      return { refused: refusal.kind, at: refusal.at.getTime() }
    case 'not-allowed':
      return { refused: refusal.kind, barrier: refusal.barrier }
    case 'not-yours':
      return { refused: refusal.kind, owner: refusal.owner }
    case 'not-handed-off':
    case 'still-open':
    case 'lead-unknown':
    case 'reason-unknown':
    case 'note-required':
    case 'evidence-required':
    case 'change-empty':
    case 'too-long':
    case 'change-target':
    case 'change-day':
    case 'change-in-future':
    case 'told-already':
    case 'week-unknown':
      return { refused: refusal.kind }
  }
}
