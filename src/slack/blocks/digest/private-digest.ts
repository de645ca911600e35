import type { DigestFigures } from '../../../domain/digest/figures.ts'
import type { OwnFigures } from '../../../domain/digest/own-figures.ts'
import type { Lead } from '../../../domain/lead/lead.ts'
import { texts } from '../../text/index.ts'
import { rateText } from './digest-lines.ts'
import { durationText, salesLines } from './digest-sales.ts'
import { context, header, section } from '../parts/elements.ts'
import { bold, escape, joinLines } from '../parts/escape.ts'
import { leadLines } from '../card/lead-list.ts'
import type { Look, Message } from '../parts/look.ts'
import { spoken } from '../parts/spoken.ts'
import { day, marked } from '../parts/wording.ts'

/** One person's own figures, for that person alone. */
export function ownDigest(figures: OwnFigures, look: Look): Message {
  const { from, to, accepted, rejected, acceptance, inTime, median } = figures
  const title = texts(look.language)('own.title')
  const last = new Date(new Date(to).getTime() - 1)
  const lines = joinLines([
    bold(marked(look, 'own.decided', { decided: accepted + rejected, accepted, rejected })),
    marked(look, 'digest.acceptance', { rate: rateText(acceptance, look) }),
    marked(look, 'digest.clockKept', { rate: rateText(inTime, look) }),
    median === null
      ? null
      : marked(look, 'digest.waitHalf', { median: durationText({ value: median, reached: true }, look) }),
    marked(look, 'own.thanks'),
  ])
  const period = marked(look, 'own.period', { from: day(new Date(from), look), to: day(last, look) })
  return {
    text: spoken([escape(title), lines]),
    blocks: [header(title), context(period), section(lines), context(marked(look, 'own.private'))],
  }
}

/** How sales kept its side, for a manager: coverage, the clock, what expired, and what is past due at this moment. */
export function managerDigest(figures: DigestFigures, pastDue: Lead[], look: Look): Message {
  const title = texts(look.language)('own.managerTitle', { week: figures.week })
  const coverage = bold(
    figures.coverage.of === 0
      ? marked(look, 'digest.coverageNone')
      : marked(look, 'digest.coverage', { rate: rateText(figures.coverage, look) }),
  )
  const counts = marked(look, 'digest.counts', {
    delivered: figures.delivered,
    accepted: figures.accepted,
    rejected: figures.rejected,
    expired: figures.expired,
    open: figures.open,
  })
  const sales = salesLines(figures, look)
  const lines = joinLines([coverage, counts])
  return {
    text: spoken([escape(title), lines, sales]),
    blocks: [
      header(title),
      section(lines),
      ...(sales ? [section(sales)] : []),
      section(bold(marked(look, 'own.pastDue'))),
      ...leadLines(pastDue, look, marked(look, 'own.nonePastDue')),
      context(marked(look, 'own.private')),
    ],
  }
}
