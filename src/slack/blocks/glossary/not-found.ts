import type { Localized } from '../../../domain/text/language.ts'
import { escape, join, joinLines } from '../parts/escape.ts'
import type { Reader } from '../parts/reader.ts'
import type { Message } from '../parts/message.ts'
import { simpleMessage } from '../parts/simple-message.ts'
import { marked, written } from '../parts/wording.ts'

interface Missing {
  kind: 'persona' | 'definition'
  term: string
  suggestions: Localized[]
}

/** A look-up that found nothing: what was meant perhaps, and that the gap was counted. */
export function notFound({ kind, term, suggestions }: Missing, reader: Reader): Message {
  const names = join(
    suggestions.slice(0, 5).map((name) => written(name, reader, 100)),
    ', ',
  )
  return simpleMessage(
    joinLines([
      marked(reader, `notFound.${kind}`, { term: escape(term, 100) }),
      names === '' ? null : marked(reader, 'notFound.suggestions', { names }),
      marked(reader, 'notFound.counted'),
    ]),
  )
}

/** A source that handed nothing off in that week, and those that did. */
export function sourceUnknown(
  { term, sources }: { term: string; sources: string[] },
  reader: Reader,
): Message {
  const names = join(
    sources.slice(0, 10).map((name) => escape(name, 60)),
    ', ',
  )
  return simpleMessage(
    joinLines([
      marked(reader, 'notFound.source', { term: escape(term, 100) }),
      names === '' ? null : marked(reader, 'notFound.sources', { names }),
    ]),
  )
}
