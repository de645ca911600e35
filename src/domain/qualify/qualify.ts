import type { Definition } from '../glossary/definition.ts'
import type { Qualification } from '../lead/lead.ts'
import { matchPersona } from './persona-match.ts'
import type { Persona } from '../glossary/persona.ts'
import type { Playbook } from '../playbook/playbook.ts'
import type { ReceivedLead } from '../lead/received-lead.ts'
import { scoreLead } from './score.ts'
import { tierOf } from './tier.ts'

/** The rules in force at one moment. */
export interface Rules {
  playbook: Playbook
  personas: Persona[]
  definitions: Definition[]
}

/** Why a lead is qualified: its sender says so, or its points reach the threshold. `null`: it is held. */
export function qualify(
  lead: ReceivedLead,
  { playbook, personas, definitions }: Rules,
): Qualification | null {
  const { scoring, tiers } = playbook.document
  const score = scoreLead(lead, scoring)
  if (!lead.qualified && score.points < score.threshold) return null
  return {
    because: lead.qualified ? 'sender' : 'score',
    score,
    senderScore: lead.senderScore ?? null,
    persona: matchPersona(lead, personas),
    tier: tierOf(lead, tiers),
    playbookVersion: playbook.version,
    definitionVersion: definitions.find((definition) => definition.key === 'mql')?.version ?? 0,
  }
}
