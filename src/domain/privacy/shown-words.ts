import type { DigestFigures, DigestNumbers } from '../digest/figures.ts'
import type { ThreadNote } from '../notice/notice.ts'
import type { Sight } from './sight.ts'

/** What may be seen of a digest: its numbers, and what sales wrote, which is `null` where it was taken out. */
export type ShownFigures = DigestNumbers & {
  words: DigestFigures['quotes'] | null
  /** What was looked up in vain: whoever typed it may have typed a name. */
  misses: DigestFigures['misses'] | null
}

/** Notes are free text, and can name a person. */
export function shownFigures(
  { quotes, misses, ...numbers }: DigestFigures,
  { personalData }: Sight,
): ShownFigures {
  const shown = <T>(words: T[]): T[] | null => (personalData || words.length === 0 ? words : null)
  return { ...numbers, words: shown(quotes), misses: shown(misses) }
}

/** What may be seen of a note in a card's thread: a sender's id can be a name. */
export function shownNote(note: ThreadNote, { personalData }: Sight): ThreadNote {
  return note.type === 'duplicate' && !personalData ? { ...note, externalId: null } : note
}
