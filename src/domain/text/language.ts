import { z } from 'zod'

/** The languages every person-facing text exists in. */
export const languages = ['en', 'de'] as const
export type Language = (typeof languages)[number]

const textSchema = z.string().min(1)
/** A text people write into the playbook, a persona or a definition: one string for all, or one per language. */
export const localizedSchema = z.union([textSchema, z.strictObject({ en: textSchema, de: textSchema })])
export type Localized = z.infer<typeof localizedSchema>

/** The text in the reader's language. */
export function say(text: Localized, language: Language): string {
  return typeof text === 'string' ? text : text[language]
}
