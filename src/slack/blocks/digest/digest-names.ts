import type { Persona } from '../../../domain/glossary/persona.ts'
import type { SliceNames } from './digest-act.ts'
import { escape } from '../parts/escape.ts'
import type { Reader } from '../parts/reader.ts'
import { marked, written } from '../parts/wording.ts'

/** What a persona's key stands for. */
export type Named = Pick<Persona, 'key' | 'name'>

const tiers = ['hot', 'standard', 'low'] as const

/** How the keys of slices read: personas by their name, priorities in words. */
export function sliceNames(reader: Reader, personas: Named[]): SliceNames {
  return {
    source: (key) => escape(key, 80),
    campaign: (key) => escape(key, 80),
    persona: (key) => {
      const known = personas.find((one) => one.key === key)
      return known ? written(known.name, reader, 80) : escape(key, 80)
    },
    tier: (key) => {
      const known = tiers.find((tier) => tier === key)
      return known ? marked(reader, `card.tier.${known}`) : escape(key, 80)
    },
  }
}
