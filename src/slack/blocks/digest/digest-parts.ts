import type { DigestFigures } from '../../../domain/digest/figures.ts'
import { actLines } from './digest-act.ts'
import { praiseLine, quoteLines } from './digest-lines.ts'
import { sliceNames, type Named } from './digest-names.ts'
import { ratesPart } from './digest-rates.ts'
import { reasonPart, type Part } from './digest-reasons.ts'
import { salesLines } from './digest-sales.ts'
import { section } from '../parts/elements.ts'
import type { Escaped } from '../parts/escape.ts'
import { ledgerLines } from '../ledger/ledger-lines.ts'
import type { Look } from '../parts/look.ts'
import { day, marked } from '../parts/wording.ts'

/**
 * What a digest says, in its order: how much was answered and accepted, why not, where to act, in whose words, what was
 * changed, how sales kept its side, and a word of thanks to each.
 */
export function digestParts(figures: DigestFigures, look: Look, personas: Named[]): Part[] {
  const answered = figures.accepted + figures.rejected
  const texts = [
    actLines(figures, sliceNames(look, personas), look),
    quoteLines(figures, look),
    ledgerLines(figures, look, personas),
    salesLines(figures, look),
    praiseLine(figures, look),
    answered > 0 ? credit(figures.accepted, answered, look) : marked(look, 'digest.creditNone'),
  ]
  const parts = [ratesPart(figures, look), reasonPart(figures, look), ...texts.map(textPart)]
  return parts.filter((part) => part !== null)
}

const textPart = (text: Escaped | null): Part | null => text && { text, blocks: [section(text)] }

/** A word of thanks to each side. */
const credit = (accepted: number, answered: number, look: Look): Escaped =>
  marked(look, 'digest.credit', {
    leads: marked(look, 'digest.leads', { count: accepted }),
    answers: marked(look, 'digest.answers', { count: answered }),
  })

/** Monday to Sunday, in the workspace's zone. */
export function period({ from, to }: DigestFigures, look: Look): Escaped {
  const lastInstant = new Date(new Date(to).getTime() - 1)
  return marked(look, 'digest.period', { from: day(new Date(from), look), to: day(lastInstant, look) })
}
