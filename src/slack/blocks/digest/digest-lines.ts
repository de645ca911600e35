import type { DigestFigures } from '../../../domain/digest/figures.ts'
import type { Rate } from '../../../domain/statistics/wilson.ts'
import { bold, escape, join, joinLines, type Escaped } from '../parts/escape.ts'
import type { Look } from '../parts/look.ts'
import { marked, percent, reasonLabel } from '../parts/wording.ts'

/** Below this n only counts are shown; below the next only the range. */
export const fewest = 5
export const enough = 20

/** A proportion by the rule for small numbers: counts alone, counts with the likely range, or the share. */
export function rateText({ count, of, share, low, high }: Rate, look: Look): Escaped {
  if (share === null || of < fewest) return marked(look, 'digest.rateCounts', { count, of })
  const range = { count, of, low: percent(notAll(low), look), high: percent(notNone(high), look) }
  if (of < enough) return marked(look, 'digest.rateRange', range)
  return marked(look, 'digest.rateFull', { ...range, share: percent(share, look) })
}

/** The first half of it: counts, with the share where there are enough. */
export function shareText({ count, of, share }: Rate, look: Look): Escaped {
  if (share === null || of < enough) return marked(look, 'digest.rateCounts', { count, of })
  return marked(look, 'digest.shareCount', { count, of, share: percent(share, look) })
}

/** The second half: the likely range; nothing where there are too few. */
export function rangeText({ of, low, high }: Rate, look: Look): Escaped {
  if (of < fewest) return escape('–')
  return marked(look, 'digest.rangeText', {
    low: percent(notAll(low), look),
    high: percent(notNone(high), look),
  })
}

/** A bound that is not quite all, or not quite nothing, is not rounded to it. */
const notAll = (low: number): number => (low < 1 ? Math.min(low, 0.99) : low)
const notNone = (high: number): number => (high > 0 ? Math.max(high, 0.01) : high)

/** Notes are free text, which can name a person: a channel that shows no personal data gets their number. */
export function quoteLines({ quotes }: DigestFigures, look: Look): Escaped | null {
  if (quotes.length === 0) return null
  if (!look.personalData) return marked(look, 'digest.quotesHidden')
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

export const more = (count: number, look: Look): Escaped | null =>
  count > 0 ? marked(look, 'digest.more', { count }) : null
