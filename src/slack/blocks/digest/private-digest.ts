import type { DigestNumbers } from '../../../domain/digest/figures.ts'
import type { OwnFigures } from '../../../domain/digest/own-figures.ts'
import type { ListedLead } from '../../../domain/privacy/shown-lead.ts'
import { texts } from '../../text/index.ts'
import { rateText } from './digest-lines.ts'
import { durationText, salesLines } from './digest-sales.ts'
import { context, header, section } from '../parts/elements.ts'
import { bold, escape, joinLines } from '../parts/escape.ts'
import { leadLines } from '../card/lead-list.ts'
import type { Reader } from '../parts/reader.ts'
import type { Message } from '../parts/message.ts'
import { spoken } from '../parts/spoken.ts'
import { day, marked } from '../parts/wording.ts'

/** One person's own figures, for that person alone. */
export function ownDigest(figures: OwnFigures, reader: Reader): Message {
  const { from, to, accepted, rejected, acceptance, inTime, median } = figures
  const title = texts(reader.language)('own.title')
  const last = new Date(new Date(to).getTime() - 1)
  const lines = joinLines([
    bold(marked(reader, 'own.decided', { decided: accepted + rejected, accepted, rejected })),
    marked(reader, 'digest.acceptance', { rate: rateText(acceptance, reader) }),
    marked(reader, 'digest.clockKept', { rate: rateText(inTime, reader) }),
    median === null
      ? null
      : marked(reader, 'digest.waitHalf', { median: durationText({ value: median, reached: true }, reader) }),
    marked(reader, 'own.thanks'),
  ])
  const period = marked(reader, 'own.period', { from: day(new Date(from), reader), to: day(last, reader) })
  return {
    text: spoken([escape(title), lines]),
    blocks: [header(title), context(period), section(lines), context(marked(reader, 'own.private'))],
  }
}

/** How sales kept its side, for a manager: coverage, the clock, what expired, and what is past due at this moment. */
export function managerDigest(figures: DigestNumbers, pastDue: ListedLead[], reader: Reader): Message {
  const title = texts(reader.language)('own.managerTitle', { week: figures.week })
  const coverage = bold(
    figures.coverage.of === 0
      ? marked(reader, 'digest.coverageNone')
      : marked(reader, 'digest.coverage', { rate: rateText(figures.coverage, reader) }),
  )
  const counts = marked(reader, 'digest.counts', {
    delivered: figures.delivered,
    accepted: figures.accepted,
    rejected: figures.rejected,
    expired: figures.expired,
    open: figures.open,
  })
  const sales = salesLines(figures, reader)
  const lines = joinLines([coverage, counts])
  return {
    text: spoken([escape(title), lines, sales]),
    blocks: [
      header(title),
      section(lines),
      ...(sales ? [section(sales)] : []),
      section(bold(marked(reader, 'own.pastDue'))),
      ...leadLines(pastDue, reader, marked(reader, 'own.nonePastDue')),
      context(marked(reader, 'own.private')),
    ],
  }
}
