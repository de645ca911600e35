import { z } from 'zod'
import { check, verdicts, type Verdict } from './condition.ts'
import { localizedSchema } from '../text/language.ts'
import type { ReceivedLead } from '../lead/received-lead.ts'
import type { Persona } from '../glossary/persona.ts'

/** Which persona a lead resembles, and on what criteria: frozen on the handoff, drawn on the card. */
export const personaMatchSchema = z.object({
  key: z.string(),
  name: localizedSchema,
  version: z.number(),
  negative: z.boolean(),
  criteria: z.array(z.object({ label: localizedSchema, verdict: z.enum(verdicts) })),
})
export type PersonaMatch = z.infer<typeof personaMatchSchema>

type Subject = Pick<ReceivedLead, 'source' | 'details'>

/**
 * The active persona with the most matched criteria, `null` when none matches at least half of the
 * criteria about which the lead says anything. An `exclude` that matches rules a persona out. Ties go to the
 * persona with the fewer mismatches, then to the first in the list.
 */
export function matchPersona(lead: Subject, personas: Persona[]): PersonaMatch | null {
  const candidates = personas
    .filter((persona) => persona.status === 'active' && !isExcluded(persona, lead))
    .map((persona) => explain(persona, lead))
    .filter((match) => count(match, 'matched') > 0 && count(match, 'matched') >= count(match, 'not-matched'))
    .toSorted(
      (a, b) =>
        count(b, 'matched') - count(a, 'matched') || count(a, 'not-matched') - count(b, 'not-matched'),
    )
  return candidates[0] ?? null
}

function isExcluded(persona: Persona, lead: Subject): boolean {
  return persona.recognise.exclude.some((condition) => check(condition, lead) === 'matched')
}

function explain(persona: Persona, lead: Subject): PersonaMatch {
  const { key, name, version, negative } = persona
  const criteria = persona.recognise.include.map((condition) => ({
    label: condition.label,
    verdict: check(condition, lead),
  }))
  return { key, name, version, negative, criteria }
}

function count(match: PersonaMatch, verdict: Verdict): number {
  return match.criteria.filter((criterion) => criterion.verdict === verdict).length
}
