import type { KnownBlock } from '@slack/types'
import type { CohortFilter } from '../../domain/digest/cohort.ts'
import type { DigestFigures } from '../../domain/digest/figures.ts'
import type { Rate } from '../../domain/statistics/wilson.ts'
import { texts } from '../text/index.ts'
import { digestActions } from './digest-actions.ts'
import { actLines } from './digest-act.ts'
import { praiseLine, quoteLines, rateText, reasonLines } from './digest-lines.ts'
import { sliceNames, type Named } from './digest-names.ts'
import { salesLines } from './digest-sales.ts'
import { ledgerLines } from './ledger-lines.ts'
import { context, header, section } from './elements.ts'
import { bold, escape, joinLines, type Escaped } from './escape.ts'
import type { Look, Message } from './look.ts'
import { simpleMessage } from './simple-message.ts'
import { spoken } from './spoken.ts'
import { day, marked } from './wording.ts'

/** From this n on two rates may be held against each other. */
const comparable = 20

/**
 * A week's feedback: how much was answered and accepted, why not, where to act, in whose words, how sales kept its side,
 * and a word of thanks to each.
 */
export function digestMessage(
  figures: DigestFigures,
  look: Look,
  { personas, filter }: { personas: Named[]; filter: CohortFilter | 'posted' },
): Message {
  if (figures.delivered === 0) {
    return simpleMessage(marked(look, 'digest.empty', { week: escape(figures.week) }))
  }
  const answered = figures.accepted + figures.rejected
  const sections: (Escaped | null)[] = [
    rates(figures, look),
    reasonLines(figures, look),
    actLines(figures, sliceNames(look, personas), look),
    quoteLines(figures, look),
    ledgerLines(figures, look, personas),
    salesLines(figures, look),
    praiseLine(figures, look),
    answered > 0 ? credit(figures.accepted, answered, look) : marked(look, 'digest.creditNone'),
  ]
  const title = texts(look.language)('digest.title', { week: figures.week })
  const row = digestActions(figures, look, { personas, filter })
  const blocks: KnownBlock[] = [
    header(title),
    context(period(figures, look)),
    ...sections.flatMap((text) => (text === null ? [] : [section(text)])),
    ...(answered < comparable ? [context(marked(look, 'digest.small'))] : []),
    ...(row ? [row] : []),
  ]
  return { text: spoken([escape(title), ...sections]), blocks }
}

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

/** The weeks before, where there is enough on both sides to compare. */
function comparisons({ acceptance, baseline, previous }: DigestFigures, look: Look): (Escaped | null)[] {
  if (acceptance.of < comparable) return []
  const before =
    previous && previous.acceptance.of >= comparable
      ? marked(look, 'digest.previous', {
          coverage: rateText(previous.coverage, look),
          acceptance: rateText(previous.acceptance, look),
        })
      : null
  const usual =
    baseline && baseline.acceptance.of >= comparable
      ? marked(look, 'digest.baseline', { count: baseline.weeks, rate: rateText(baseline.acceptance, look) })
      : null
  return [usual, before]
}

/** Monday to Sunday, in the workspace's zone. */
function period({ from, to }: DigestFigures, look: Look): Escaped {
  const lastInstant = new Date(new Date(to).getTime() - 1)
  return marked(look, 'digest.period', { from: day(new Date(from), look), to: day(lastInstant, look) })
}
