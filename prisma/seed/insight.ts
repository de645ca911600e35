import type { PersonaDocument } from '../../src/domain/glossary/persona.ts'

type Insight = PersonaDocument['rings']['priorityInitiative'][number]

/** A text in both languages. */
export const both = (en: string, de: string): { en: string; de: string } => ({ en, de })

/** A point nobody has been interviewed for yet; an invented quote or source would pretend otherwise. */
export const assumed = (en: string, de: string): Insight => ({ point: both(en, de), basis: 'assumption' })
