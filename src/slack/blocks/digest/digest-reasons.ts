import type { KnownBlock } from '@slack/types'
import type { DigestNumbers } from '../../../domain/digest/figures.ts'
import { texts } from '../../text/index.ts'
import { fewest, more } from './digest-lines.ts'
import { context, section } from '../parts/elements.ts'
import { bold, joinLines, unescape, type Escaped } from '../parts/escape.ts'
import type { Reader } from '../parts/reader.ts'
import { table } from './table.ts'
import { marked, number, percent, reasonLabel } from '../parts/wording.ts'

const shown = 8

/** A part of a message: as a text, and as what is drawn. */
export interface Part {
  text: Escaped
  blocks: KnownBlock[]
}

/** Reasons by how often they were given; with enough rejections, with shares that add up: a Pareto table. */
export function reasonPart(figures: DigestNumbers, reader: Reader): Part | null {
  const { reasons, reasonsKnown, rejected } = figures
  if (reasons.length === 0) return null
  const t = texts(reader.language)
  const withShares = rejected >= fewest
  const head = [t('digest.reasonHead'), t('digest.countHead')]
  const shareHead = withShares ? [t('digest.shareHead'), t('digest.togetherHead')] : []
  const rows = reasons.slice(0, shown).map(({ code, count, share, cumulative }) => {
    const cells = [reasonLabel(code, reader), number(count, reader)]
    return withShares ? [...cells, percent(share, reader), percent(cumulative, reader)] : cells
  })
  const title = bold(marked(reader, 'digest.reasons', { count: reasonsKnown.count, of: reasonsKnown.of }))
  const rest = more(reasons.length - shown, reader)
  return {
    text: reasonLines(figures, reader, { title, rest }),
    blocks: [
      section(title),
      table([[...head, ...shareHead], ...rows.map((row) => row.map(unescape))]),
      ...(rest ? [context(rest)] : []),
    ],
  }
}

/** The same for screen readers and notifications. */
function reasonLines(
  { reasons, rejected }: DigestNumbers,
  reader: Reader,
  { title, rest }: { title: Escaped; rest: Escaped | null },
): Escaped {
  const lines = reasons.slice(0, shown).map(({ code, count, share, cumulative }) => {
    const label = reasonLabel(code, reader)
    if (rejected < fewest) return marked(reader, 'digest.reason', { label, count })
    const shares = { share: percent(share, reader), cumulative: percent(cumulative, reader) }
    return marked(reader, 'digest.reasonShare', { label, count, ...shares })
  })
  return joinLines([title, ...lines, rest])
}
