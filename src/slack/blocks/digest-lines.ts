import type { DigestFigures, Slice } from '../../domain/digest/figures.ts'
import type { Rate } from '../../domain/statistics/wilson.ts'
import type { TextKey } from '../text/index.ts'
import { bold, escape, join, joinLines, type Escaped } from './escape.ts'
import type { Look } from './look.ts'
import { marked, percent, reasonLabel } from './wording.ts'

/** Below this n only counts are shown; below the next only the range. */
const fewest = 5
const enough = 20
const reasonsShown = 8
const slicesShown = 10

/** A proportion by the rule for small numbers: counts alone, counts with the likely range, or the share. */
export function rateText({ count, of, share, low, high }: Rate, look: Look): Escaped {
  if (share === null || of < fewest) return marked(look, 'digest.rateCounts', { count, of })
  const range = { count, of, low: percent(low, look), high: percent(high, look) }
  if (of < enough) return marked(look, 'digest.rateRange', range)
  return marked(look, 'digest.rateFull', { ...range, share: percent(share, look) })
}

/** Reasons by how often they were given; with enough rejections, shares that add up. */
export function reasonLines({ reasons, reasonsKnown, rejected }: DigestFigures, look: Look): Escaped | null {
  if (reasons.length === 0) return null
  const lines = reasons.slice(0, reasonsShown).map(({ code, count, share, cumulative }) => {
    const label = reasonLabel(code, look)
    if (rejected < fewest) return marked(look, 'digest.reason', { label, count })
    const shares = { share: percent(share, look), cumulative: percent(cumulative, look) }
    return marked(look, 'digest.reasonShare', { label, count, ...shares })
  })
  const title = marked(look, 'digest.reasons', { count: reasonsKnown.count, of: reasonsKnown.of })
  return joinLines([bold(title), ...lines, more(reasons.length - reasonsShown, look)])
}

/** Sources or personas, where most leads were lost first. */
export function sliceLines(
  slices: Slice[],
  { title, name }: { title: TextKey; name: (key: string) => Escaped },
  look: Look,
): Escaped | null {
  if (slices.length === 0) return null
  const lines = slices.slice(0, slicesShown).map(({ key, delivered, acceptance }) => {
    const values = { key: name(key), delivered }
    if (acceptance.of === 0) return marked(look, 'digest.sliceNone', values)
    return marked(look, 'digest.slice', { ...values, rate: rateText(acceptance, look) })
  })
  return joinLines([bold(marked(look, title)), ...lines, more(slices.length - slicesShown, look)])
}

export function quoteLines({ quotes }: DigestFigures, look: Look): Escaped | null {
  if (quotes.length === 0) return null
  const lines = quotes.map(({ note, reason, source }) =>
    marked(look, 'digest.quote', {
      note: escape(note.replaceAll(/\s+/g, ' '), 300),
      reason: reasonLabel(reason, look),
      source: escape(source, 60),
    }),
  )
  return joinLines([bold(marked(look, 'digest.quotes')), ...lines])
}

export function praiseLine({ praise }: DigestFigures, look: Look): Escaped | null {
  if (praise.length === 0) return null
  const items = praise.map(({ code, count }) =>
    marked(look, 'digest.praiseItem', { praise: marked(look, `praise.${code}`), count }),
  )
  return marked(look, 'digest.praise', { list: join(items, ', ') })
}

const more = (count: number, look: Look): Escaped | null =>
  count > 0 ? marked(look, 'digest.more', { count }) : null
