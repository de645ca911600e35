import type { KnownBlock } from '@slack/types'
import type { CohortFilter } from '../../../domain/digest/cohort.ts'
import type { ShownFigures } from '../../../domain/privacy/shown-words.ts'
import { sliceKinds } from '../../../domain/digest/slice-kind.ts'
import { texts } from '../../text/index.ts'
import { digestActions } from './digest-actions.ts'
import { enough } from './digest-lines.ts'
import type { Named } from './digest-names.ts'
import { digestParts, period } from './digest-parts.ts'
import { context, header } from '../parts/elements.ts'
import { escape, join, joinLines, unescape, type Escaped } from '../parts/escape.ts'
import type { Reader } from '../parts/reader.ts'
import type { Message } from '../parts/message.ts'
import { simpleMessage } from '../parts/simple-message.ts'
import { spoken } from '../parts/spoken.ts'
import { targetName } from '../ledger/target-name.ts'
import { marked } from '../parts/wording.ts'

/** A week's feedback as one message, with the buttons that answer it below what everybody reads. */
export function digestMessage(
  figures: ShownFigures,
  reader: Reader,
  { personas, filter }: { personas: Named[]; filter: CohortFilter | 'posted' },
): Message {
  const only = onlyLine(filter === 'posted' ? {} : filter, reader, personas)
  if (figures.delivered === 0) return simpleMessage(joinLines([emptyText(figures, reader), only]))
  const parts = digestParts(figures, reader, personas)
  const title = titleOf(figures, reader)
  const row = digestActions(figures, reader, { personas, filter })
  const blocks: KnownBlock[] = [
    header(title),
    context(period(figures, reader), ...(only ? [only] : [])),
    ...parts.flatMap((part) => part.blocks),
    ...(isSmall(figures) ? [context(marked(reader, 'digest.small'))] : []),
    ...(row ? [row] : []),
  ]
  const spokenParts = [...(only ? [only] : []), ...parts.map(({ text }) => text)]
  return { text: spoken([escape(title), ...spokenParts]), blocks }
}

/** The same to be read in a terminal: plain lines, a blank one between the parts. */
export function digestText(figures: ShownFigures, reader: Reader, personas: Named[]): string {
  if (figures.delivered === 0) return unescape(emptyText(figures, reader))
  const parts = digestParts(figures, reader, personas)
  const head = joinLines([escape(titleOf(figures, reader)), period(figures, reader)])
  const foot = isSmall(figures) ? [marked(reader, 'digest.small')] : []
  const lines = [head, ...parts.map(({ text }) => text), ...foot]
  return lines.map((text) => unescape(text).replaceAll('*', '')).join('\n\n')
}

/** Which leads are meant where it is not all of them: "Only these leads: Source webinar, Persona Sales leader". */
function onlyLine(filter: CohortFilter, reader: Reader, personas: Named[]): Escaped | null {
  const names = sliceKinds.flatMap((by) => {
    const key = filter[by]
    return key === undefined ? [] : targetName({ by, key }, reader, personas)
  })
  return names.length > 0 ? marked(reader, 'digest.only', { names: join(names, ', ') }) : null
}

const isSmall = ({ accepted, rejected }: ShownFigures): boolean => accepted + rejected < enough

const emptyText = ({ week }: ShownFigures, reader: Reader): Escaped =>
  marked(reader, 'digest.empty', { week: escape(week) })

const titleOf = ({ week }: ShownFigures, reader: Reader): string =>
  texts(reader.language)('digest.title', { week })
