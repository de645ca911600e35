import type { Localized } from '../../domain/language.ts'
import { escape, join, joinLines } from './escape.ts'
import type { Look, Message } from './look.ts'
import { simpleMessage } from './simple-message.ts'
import { marked, written } from './wording.ts'

interface Missing {
  kind: 'persona' | 'definition'
  term: string
  suggestions: Localized[]
}

/** A look-up that found nothing: what was meant perhaps, and that the gap was counted. */
export function notFound({ kind, term, suggestions }: Missing, look: Look): Message {
  const names = join(
    suggestions.slice(0, 5).map((name) => written(name, look, 100)),
    ', ',
  )
  return simpleMessage(
    joinLines([
      marked(look, `notFound.${kind}`, { term: escape(term, 100) }),
      names === '' ? null : marked(look, 'notFound.suggestions', { names }),
      marked(look, 'notFound.counted'),
    ]),
  )
}
