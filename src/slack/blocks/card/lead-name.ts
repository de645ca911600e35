import type { Language } from '../../../domain/text/language.ts'
import type { LeadDetails } from '../../../domain/lead/lead-details.ts'
import { texts } from '../../text/index.ts'

interface Nameable {
  details: Pick<LeadDetails, 'name' | 'company'>
  isWithheld?: boolean
}

/** What a lead is called, unescaped: its name, or what can be said without one. */
export function leadName(
  { details, isWithheld = false }: Nameable,
  { language }: { language: Language },
): string {
  const t = texts(language)
  const { name, company } = details
  if (name !== undefined) return company === undefined ? name : `${name} · ${company}`
  if (company !== undefined) return t('card.someoneAt', { company })
  return isWithheld ? t('card.hidden') : t('card.someone')
}
