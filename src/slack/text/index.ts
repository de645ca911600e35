import { createInstance, type i18n } from 'i18next'
import type { Language } from '../../domain/text/language.ts'
import de from './de.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }

type Base<K extends string> = K extends `${infer B}_one` | `${infer B}_other` ? B : K
type Keys<T, P extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${P}${Base<K>}` : Keys<T[K], `${P}${K}.`>
}[keyof T & string]

/** The key of a text that a person reads; en.json and de.json have the same ones. */
export type TextKey = Keys<typeof en>

export type Texts = (key: TextKey, values?: Record<string, string | number>) => string

const instances: Record<Language, i18n> = { en: open('en', en), de: open('de', de) }

/**
 * Every text in one language. Values are put in as they are, and in one pass: what a value holds is never read as a
 * template, be it `{{name}}` or `$t(key)`. Escape them where the text becomes Slack's markup.
 */
export function texts(language: Language): Texts {
  const { t } = instances[language]
  return (key, values = {}) => {
    const { count } = values
    const template = t(key, { ...(typeof count === 'number' && { count }), skipInterpolation: true })
    return template.replaceAll(/\{\{(\w+)\}\}/g, (gap, name: string) => String(values[name] ?? gap))
  }
}

function open(language: Language, translation: object): i18n {
  const instance = createInstance()
  void instance.init({
    lng: language,
    resources: { [language]: { translation } },
    initAsync: false,
    returnNull: false,
  })
  return instance
}
