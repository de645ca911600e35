import { slicesNamed } from '../../../domain/digest/number.ts'
import type { Slice } from '../../../domain/digest/figures.ts'
import type { ShownFigures } from '../../../domain/privacy/shown-words.ts'
import { withoutContact } from '../../../domain/digest/without-contact.ts'
import { sliceKinds, type SliceKind } from '../../../domain/digest/slice-kind.ts'
import { texts } from '../../text/index.ts'
import { more, rangeText, rateText, shareText } from './digest-lines.ts'
import type { Named } from './digest-names.ts'
import { context, header } from '../parts/elements.ts'
import { escape, join, unescape, type Escaped } from '../parts/escape.ts'
import type { Reader } from '../parts/reader.ts'
import type { Message } from '../parts/message.ts'
import { spoken } from '../parts/spoken.ts'
import { table } from './table.ts'
import { targetName } from '../ledger/target-name.ts'
import { marked, number, percent } from '../parts/wording.ts'

/** Of each kind so many: what lost most comes first. */
const shown = 10

type Row = Slice & { by: SliceKind }

/** What stands in the thread of a digest: the same week by source, campaign, persona and priority, as a table. */
export function digestDetails(figures: ShownFigures, reader: Reader, personas: Named[]): Message {
  const t = texts(reader.language)
  const rows = sliceKinds.flatMap((by): Row[] =>
    slicesNamed(by, figures)
      .slice(0, shown)
      .map((slice) => ({ ...slice, by })),
  )
  const left = sliceKinds.reduce((sum, by) => sum + Math.max(0, slicesNamed(by, figures).length - shown), 0)
  const head = [
    t('digest.sliceHead'),
    t('digest.deliveredHead'),
    t('digest.acceptedHead'),
    t('digest.lostHead'),
  ]
  const title = t('digest.details', { week: figures.week })
  const lines = [more(left, reader), separationLine(figures, reader), missesLine(figures, reader)]
  const notes = lines.filter((note) => note !== null)
  return {
    text: spoken([escape(title), ...rows.map((row) => rowText(row, reader, personas)), ...notes]),
    blocks: [
      header(title),
      table([head, ...rows.map((row) => cells(row, reader, personas))]),
      ...(notes.length > 0 ? [context(...notes)] : []),
    ],
  }
}

function cells({ by, key, delivered, acceptance, lost }: Row, reader: Reader, personas: Named[]): string[] {
  const cellTexts = [
    targetName({ by, key }, reader, personas),
    number(delivered, reader),
    shareText(acceptance, reader),
    rangeText(acceptance, reader),
    lost >= 1 ? number(Math.round(lost), reader) : escape('–'),
  ]
  return cellTexts.map(unescape)
}

function rowText({ by, key, delivered, acceptance }: Row, reader: Reader, personas: Named[]): Escaped {
  const values = { key: targetName({ by, key }, reader, personas), delivered }
  if (acceptance.of === 0) return marked(reader, 'digest.sliceNone', values)
  return marked(reader, 'digest.slice', { ...values, rate: rateText(acceptance, reader) })
}

/** Which words and personas people looked for in vain; whoever typed them may have typed a name or an address. */
function missesLine({ misses }: ShownFigures, reader: Reader): Escaped | null {
  if (misses === null) return marked(reader, 'digest.missesHidden')
  if (misses.length === 0) return null
  const terms = misses.map(({ term, count }) =>
    marked(reader, 'digest.miss', { term: escape(withoutContact(term, {}), 100), count }),
  )
  return marked(reader, 'digest.misses', { terms: join(terms, ', ') })
}

/** How well the score tells accepted from rejected, where there is enough to tell it from. */
function separationLine({ separation, accepted, rejected }: ShownFigures, reader: Reader): Escaped | null {
  if (separation === null || accepted < 5 || rejected < 5) return null
  return marked(reader, 'digest.separation', { share: percent(separation, reader) })
}
