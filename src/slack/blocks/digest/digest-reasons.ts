import type { KnownBlock } from '@slack/types'
import type { DigestFigures } from '../../../domain/digest/figures.ts'
import { texts } from '../../text/index.ts'
import { fewest, more } from './digest-lines.ts'
import { context, section } from '../parts/elements.ts'
import { bold, joinLines, unescape, type Escaped } from '../parts/escape.ts'
import type { Look } from '../parts/look.ts'
import { table } from './table.ts'
import { marked, number, percent, reasonLabel } from '../parts/wording.ts'

const shown = 8

/** A part of a message: as a text, and as what is drawn. */
export interface Part {
  text: Escaped
  blocks: KnownBlock[]
}

/** Reasons by how often they were given; with enough rejections, with shares that add up: a Pareto table. */
export function reasonPart(figures: DigestFigures, look: Look): Part | null {
  const { reasons, reasonsKnown, rejected } = figures
  if (reasons.length === 0) return null
  const t = texts(look.language)
  const withShares = rejected >= fewest
  const head = [t('digest.reasonHead'), t('digest.countHead')]
  const shareHead = withShares ? [t('digest.shareHead'), t('digest.togetherHead')] : []
  const rows = reasons.slice(0, shown).map(({ code, count, share, cumulative }) => {
    const cells = [reasonLabel(code, look), number(count, look)]
    return withShares ? [...cells, percent(share, look), percent(cumulative, look)] : cells
  })
  const title = bold(marked(look, 'digest.reasons', { count: reasonsKnown.count, of: reasonsKnown.of }))
  const rest = more(reasons.length - shown, look)
  return {
    text: reasonLines(figures, look, { title, rest }),
    blocks: [
      section(title),
      table([[...head, ...shareHead], ...rows.map((row) => row.map(unescape))]),
      ...(rest ? [context(rest)] : []),
    ],
  }
}

/** The same for screen readers and notifications. */
function reasonLines(
  { reasons, rejected }: DigestFigures,
  look: Look,
  { title, rest }: { title: Escaped; rest: Escaped | null },
): Escaped {
  const lines = reasons.slice(0, shown).map(({ code, count, share, cumulative }) => {
    const label = reasonLabel(code, look)
    if (rejected < fewest) return marked(look, 'digest.reason', { label, count })
    const shares = { share: percent(share, look), cumulative: percent(cumulative, look) }
    return marked(look, 'digest.reasonShare', { label, count, ...shares })
  })
  return joinLines([title, ...lines, rest])
}
