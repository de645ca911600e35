import type { ShownFigures } from '../../../domain/privacy/shown-words.ts'
import type { Rate } from '../../../domain/statistics/wilson.ts'
import { bold, escape, join, joinLines, type Escaped } from '../parts/escape.ts'
import type { Reader } from '../parts/reader.ts'
import { marked, percent, reasonLabel } from '../parts/wording.ts'

/** Below this n only counts are shown; below the next only the range. */
export const fewest = 5
export const enough = 20

/** A proportion by the rule for small numbers: counts alone, counts with the likely range, or the share. */
export function rateText({ count, of, share, low, high }: Rate, reader: Reader): Escaped {
  if (share === null || of < fewest) return marked(reader, 'digest.rateCounts', { count, of })
  const range = { count, of, low: percent(notAll(low), reader), high: percent(notNone(high), reader) }
  if (of < enough) return marked(reader, 'digest.rateRange', range)
  return marked(reader, 'digest.rateFull', { ...range, share: percent(share, reader) })
}

/** The first half of it: counts, with the share where there are enough. */
export function shareText({ count, of, share }: Rate, reader: Reader): Escaped {
  if (share === null || of < enough) return marked(reader, 'digest.rateCounts', { count, of })
  return marked(reader, 'digest.shareCount', { count, of, share: percent(share, reader) })
}

/** The second half: the likely range; nothing where there are too few. */
export function rangeText({ of, low, high }: Rate, reader: Reader): Escaped {
  if (of < fewest) return escape('–')
  return marked(reader, 'digest.rangeText', {
    low: percent(notAll(low), reader),
    high: percent(notNone(high), reader),
  })
}

/** A bound that is not quite all, or not quite nothing, is not rounded to it. */
const notAll = (low: number): number => (low < 1 ? Math.min(low, 0.99) : low)
const notNone = (high: number): number => (high > 0 ? Math.max(high, 0.01) : high)

/** What sales wrote in its own words; or that this may not stand here. */
export function quoteLines({ words }: Pick<ShownFigures, 'words'>, reader: Reader): Escaped | null {
  if (words === null) return marked(reader, 'digest.quotesHidden')
  if (words.length === 0) return null
  const lines = words.map(({ note, reason, source }) =>
    marked(reader, 'digest.quote', {
      note: escape(note.replaceAll(/\s+/g, ' '), 300),
      reason: reasonLabel(reason, reader),
      source: escape(source, 60),
    }),
  )
  return joinLines([bold(marked(reader, 'digest.quotes')), ...lines])
}

export function praiseLine({ praise }: ShownFigures, reader: Reader): Escaped | null {
  if (praise.length === 0) return null
  const items = praise.map(({ code, count }) =>
    marked(reader, 'digest.praiseItem', { praise: marked(reader, `praise.${code}`), count }),
  )
  return marked(reader, 'digest.praise', { list: join(items, ', ') })
}

export const more = (count: number, reader: Reader): Escaped | null =>
  count > 0 ? marked(reader, 'digest.more', { count }) : null
