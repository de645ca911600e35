import type { Lead } from '../../../domain/lead/lead.ts'
import { texts } from '../../text/index.ts'
import type { Look } from '../parts/look.ts'

/** What a lead is called, unescaped: its name, or what can be said without one. */
export function leadName({ details }: Pick<Lead, 'details'>, { language, personalData }: Look): string {
  const t = texts(language)
  const { name, company } = details
  if (name !== undefined && personalData) return company === undefined ? name : `${name} · ${company}`
  if (company !== undefined) return t('card.someoneAt', { company })
  return personalData ? t('card.someone') : t('card.hidden')
}
