import { severalLines } from '../../domain/text/visible-text.ts'
import { fieldOf, leadFields } from '../../domain/lead/lead-details.ts'
import type { FollowingRound, Lead } from '../../domain/lead/lead.ts'
import type { RoundCommand } from '../../domain/handoff/lifecycle.ts'
import { longestFact, longestNote, type Evidence, type Reason } from '../../domain/handoff/reasons.ts'
import { allow, refuse, type Outcome } from '../../domain/handoff/refusal.ts'
import { cardChanged } from './card-notices.ts'
import { isTooLong } from '../../domain/text/too-long.ts'
import { changeHandoff, type CardAction } from './change-handoff.ts'
import type { Deps } from '../../ports/deps.ts'
import { workingTimeOf } from './working-time-of.ts'

export interface Rejection extends CardAction {
  /** Code of a reason of the playbook. */
  reason: string
  evidence: Evidence | null
  note: string | null
}

/**
 * An SDR gives a lead back to marketing before contact, with a reason marketing can act on, the one attribute that
 * was wrong, and a note. What the lead said is taken from the lead, not from the form.
 */
export function rejectLead(
  deps: Deps,
  { reason, evidence, note, ...click }: Rejection,
): Promise<Outcome<FollowingRound>> {
  return changeHandoff(deps, {
    ...click,
    right: 'reject',
    command: async ({ lead, handoff }): Promise<Outcome<RoundCommand>> => {
      const { reasons } = (await deps.db.playbooks.current()).document
      const known = reasons.find(({ code }) => code === reason)
      if (!known) return refuse({ kind: 'reason-unknown', code: reason })
      if (isTooLong(note, longestNote)) return refuse({ kind: 'too-long', field: 'note', most: longestNote })
      const fact = evidence?.actual ?? null
      if (isTooLong(fact, longestFact))
        return refuse({ kind: 'too-long', field: 'actual', most: longestFact })
      const proof = evidence && evidenceFor(known, evidence, lead)
      const workingMinutes = await workingTimeOf(deps, handoff)
      return allow({
        ...{ type: 'reject', reason: known, evidence: proof, note: textOrNull(note), workingMinutes },
      })
    },
    notices: (after) => cardChanged(after, { type: 'rejected', by: click.userId, reason }, deps.newId),
  })
}

/** What counts as evidence for this reason; `null` when nothing was said. An attribute that no modal offers is nothing. */
function evidenceFor(reason: Reason, evidence: Evidence, lead: Lead): Evidence | null {
  const actual = textOrNull(evidence.actual)
  switch (reason.evidence.kind) {
    case 'none':
      return null
    case 'text':
      return actual === null ? null : { attribute: null, stated: null, actual }
    case 'attribute': {
      const attribute = leadFields.find((field) => field === evidence.attribute) ?? null
      const stated = attribute && fieldOf(lead.details, attribute)
      if (attribute === null && actual === null) return null
      return { attribute, stated: stated === null ? null : String(stated), actual }
    }
  }
}

function textOrNull(text: string | null): string | null {
  return text === null ? null : severalLines(text) || null
}
