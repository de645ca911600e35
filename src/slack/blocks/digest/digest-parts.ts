import type { ShownFigures } from '../../../domain/privacy/shown-words.ts'
import { actLines } from './digest-act.ts'
import { praiseLine, quoteLines } from './digest-lines.ts'
import { sliceNames, type Named } from './digest-names.ts'
import { ratesPart } from './digest-rates.ts'
import { reasonPart, type Part } from './digest-reasons.ts'
import { salesLines } from './digest-sales.ts'
import { section } from '../parts/elements.ts'
import type { Escaped } from '../parts/escape.ts'
import { ledgerLines } from '../ledger/ledger-lines.ts'
import type { Reader } from '../parts/reader.ts'
import { day, marked } from '../parts/wording.ts'

/**
 * What a digest says, in its order: how much was answered and accepted, why not, where to act, in whose words, what was
 * changed, how sales kept its side, and a word of thanks to each.
 */
export function digestParts(figures: ShownFigures, reader: Reader, personas: Named[]): Part[] {
  const answered = figures.accepted + figures.rejected
  const texts = [
    actLines(figures, sliceNames(reader, personas), reader),
    quoteLines(figures, reader),
    ledgerLines(figures, reader, personas),
    salesLines(figures, reader),
    praiseLine(figures, reader),
    answered > 0 ? credit(figures.accepted, answered, reader) : marked(reader, 'digest.creditNone'),
  ]
  const parts = [ratesPart(figures, reader), reasonPart(figures, reader), ...texts.map(textPart)]
  return parts.filter((part) => part !== null)
}

const textPart = (text: Escaped | null): Part | null => text && { text, blocks: [section(text)] }

/** A word of thanks to each side. */
const credit = (accepted: number, answered: number, reader: Reader): Escaped =>
  marked(reader, 'digest.credit', {
    leads: marked(reader, 'digest.leads', { count: accepted }),
    answers: marked(reader, 'digest.answers', { count: answered }),
  })

/** Monday to Sunday, in the workspace's zone. */
export function period({ from, to }: ShownFigures, reader: Reader): Escaped {
  const lastInstant = new Date(new Date(to).getTime() - 1)
  return marked(reader, 'digest.period', { from: day(new Date(from), reader), to: day(lastInstant, reader) })
}
