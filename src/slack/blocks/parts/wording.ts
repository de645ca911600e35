import { say, type Language, type Localized } from '../../../domain/text/language.ts'
import { texts, type TextKey } from '../../text/index.ts'
import { authored, escape, type Escaped } from './escape.ts'
import type { Reader } from './reader.ts'

/** A text of Baton's with values that are escaped already: ready for Slack's markup. */
export function marked(
  reader: Pick<Reader, 'language'>,
  key: TextKey,
  values: Record<string, Escaped | number> = {},
): Escaped {
  return texts(reader.language)(key, values) as Escaped
}

/** A text people wrote into the playbook, a persona or a definition, in the reader's language. */
export function written(text: Localized, { language }: Pick<Reader, 'language'>, limit?: number): Escaped {
  return authored(say(text, language), limit)
}

const locales: Record<Language, string> = { en: 'en-GB', de: 'de-DE' }

/** An instant as the reader's clock shows it: "Wed, 18 Nov, 09:33". */
export function instant(at: Date, { language, zone }: Pick<Reader, 'language' | 'zone'>): Escaped {
  const parts = {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  } as const
  return authored(new Intl.DateTimeFormat(locales[language], { ...parts, timeZone: zone }).format(at))
}

/** A day: "18 November 2026". */
export function day(at: Date, { language, zone }: Pick<Reader, 'language' | 'zone'>): Escaped {
  return authored(
    new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: zone }).format(at),
  )
}

/** A proportion as whole per cent: "67 %". */
export function percent(share: number, { language }: Pick<Reader, 'language'>): Escaped {
  return authored(new Intl.NumberFormat(locales[language], { style: 'percent' }).format(share))
}

export function number(value: number, { language }: Pick<Reader, 'language'>): Escaped {
  return authored(new Intl.NumberFormat(locales[language]).format(value))
}

/** "+30", "−15": points with their sign. */
export const signed = (points: number): Escaped => authored(points < 0 ? `−${-points}` : `+${points}`)

/** A reason's label in the playbook; its code, where the playbook does not know it any more. */
export function reasonLabel(code: string, reader: Reader): Escaped {
  const reason = reader.playbook.reasons.find((known) => known.code === code)
  return reason ? written(reason.label, reader, 75) : escape(code, 75)
}
