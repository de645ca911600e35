import { z } from 'zod'

/** The languages every person-facing text exists in. */
export const languages = ['en', 'de'] as const
export type Language = (typeof languages)[number]

/** A text people write into the playbook, a persona or a definition: one string for all, or one per language. */
export const localizedSchema = z.union([
  z.string().min(1),
  z.object({ en: z.string().min(1), de: z.string().min(1) }),
])
export type Localized = z.infer<typeof localizedSchema>

/** The text in the reader's language. */
export function say(text: Localized, language: Language): string {
  return typeof text === 'string' ? text : text[language]
}
