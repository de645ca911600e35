import type { DigestFigures } from '../../domain/digest/figures.ts'
import type { Rate } from '../../domain/statistics/wilson.ts'
import { actLines } from './digest-act.ts'
import { enough, praiseLine, quoteLines, rateText } from './digest-lines.ts'
import { sliceNames, type Named } from './digest-names.ts'
import { reasonPart, type Part } from './digest-reasons.ts'
import { salesLines } from './digest-sales.ts'
import { section } from './elements.ts'
import { bold, join, joinLines, type Escaped } from './escape.ts'
import { ledgerLines } from './ledger-lines.ts'
import type { Look } from './look.ts'
import { day, marked, percent } from './wording.ts'

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
  const parts = [textPart(rates(figures, look)), reasonPart(figures, look), ...texts.map(textPart)]
  return parts.filter((part) => part !== null)
}

const textPart = (text: Escaped | null): Part | null => text && { text, blocks: [section(text)] }

/** A word of thanks to each side. */
const credit = (accepted: number, answered: number, look: Look): Escaped =>
  marked(look, 'digest.credit', {
    leads: marked(look, 'digest.leads', { count: accepted }),
    answers: marked(look, 'digest.answers', { count: answered }),
  })

function rates(figures: DigestFigures, look: Look): Escaped {
  const { coverage, acceptance, qualityAcceptance: quality, delivered, accepted, rejected } = figures
  const said = (rate: Rate, key: 'coverage' | 'acceptance') =>
    bold(
      rate.of === 0
        ? marked(look, `digest.${key}None`)
        : marked(look, `digest.${key}`, { rate: rateText(rate, look) }),
    )
  const isSame = quality.of === acceptance.of || quality.of === 0
  return joinLines([
    said(coverage, 'coverage'),
    said(acceptance, 'acceptance'),
    isSame ? null : marked(look, 'digest.quality', { rate: rateText(quality, look) }),
    ...comparisons(figures, look),
    marked(look, 'digest.counts', {
      delivered,
      accepted,
      rejected,
      expired: figures.expired,
      open: figures.open,
    }),
  ])
}

/** Acceptance that both teams aim at. */
const aim = 0.9

/** The aim, and the weeks before where there is enough on both sides to compare. */
function comparisons({ acceptance, baseline, previous }: DigestFigures, look: Look): (Escaped | null)[] {
  if (acceptance.of < enough) return []
  const before =
    previous && previous.acceptance.of >= enough
      ? marked(look, 'digest.previous', {
          coverage: rateText(previous.coverage, look),
          acceptance: rateText(previous.acceptance, look),
        })
      : null
  const usual =
    baseline && baseline.acceptance.of >= enough
      ? marked(look, 'digest.baseline', { count: baseline.weeks, rate: rateText(baseline.acceptance, look) })
      : null
  return [join([marked(look, 'digest.aim', { share: percent(aim, look) }), usual], ' · '), before]
}

/** Monday to Sunday, in the workspace's zone. */
export function period({ from, to }: DigestFigures, look: Look): Escaped {
  const lastInstant = new Date(new Date(to).getTime() - 1)
  return marked(look, 'digest.period', { from: day(new Date(from), look), to: day(lastInstant, look) })
}
