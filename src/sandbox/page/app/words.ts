import { createInstance, type i18n } from 'i18next'
import { createContext, useContext } from 'react'
import de from '../text/de.json' with { type: 'json' }
import en from '../text/en.json' with { type: 'json' }
import type { Bilingual } from '../host.ts'

type Base<K extends string> = K extends `${infer B}_one` | `${infer B}_other` ? B : K
export type WordKey = Base<keyof typeof en>

export interface Words {
  language: keyof Bilingual
  /** A text of the page in the reader's language. */
  say(key: WordKey, values?: Record<string, string | number>): string
}

const instances = { en: open('en', en), de: open('de', de) }

/** The page's own words, in the language of the person one acts as. */
export function wordsOf(locale: string): Words {
  const language = locale.startsWith('de') ? 'de' : 'en'
  return { language, say: (key, values = {}) => instances[language].t(key, values) }
}

export const WordsContext = createContext<Words>(wordsOf('en'))
export const useWords = (): Words => useContext(WordsContext)

function open(language: string, translation: object): i18n {
  const instance = createInstance()
  // React escapes what it draws.
  void instance.init({
    lng: language,
    resources: { [language]: { translation } },
    initAsync: false,
    interpolation: { escapeValue: false },
  })
  return instance
}
