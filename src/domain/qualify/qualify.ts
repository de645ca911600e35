import type { Definition } from '../glossary/definition.ts'
import type { Qualification } from './qualification.ts'
import { matchPersona } from './persona-match.ts'
import type { Persona } from '../glossary/persona.ts'
import type { Playbook } from '../playbook/playbook.ts'
import type { ReceivedLead } from '../lead/received-lead.ts'
import { scoreLead, type Score } from './score.ts'
import { tierOf } from './tier.ts'

/** The rules in force at one moment. */
export interface Rules {
  playbook: Playbook
  personas: Persona[]
  definitions: Definition[]
}

/**
 * Why a lead is qualified: its sender says so, its points reach the threshold, or sales has had it and it asks again.
 * `null`: it is held.
 */
export function qualify(
  lead: ReceivedLead,
  { playbook, personas, definitions }: Rules,
  { isReturn }: { isReturn: boolean },
): Qualification | null {
  const { scoring, tiers } = playbook.document
  const score = scoreLead(lead, scoring)
  const because = reasonFor(lead, score, isReturn)
  return (
    because && {
      because,
      score,
      senderScore: lead.senderScore ?? null,
      persona: matchPersona(lead, personas),
      tier: tierOf(lead, tiers),
      playbookVersion: playbook.version,
      definitionVersion: definitions.find((definition) => definition.key === 'mql')?.version ?? 0,
    }
  )
}

function reasonFor(lead: ReceivedLead, score: Score, isReturn: boolean): Qualification['because'] | null {
  if (lead.qualified) return 'sender'
  if (score.points >= score.threshold) return 'score'
  return isReturn ? 'return' : null
}
