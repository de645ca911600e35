import { slicesNamed } from '../../../domain/digest/number.ts'
import type { DigestFigures, Slice } from '../../../domain/digest/figures.ts'
import { sliceKinds, type SliceKind } from '../../../domain/digest/slice-kind.ts'
import { texts } from '../../text/index.ts'
import { more, rangeText, rateText, shareText } from './digest-lines.ts'
import type { Named } from './digest-names.ts'
import { context, header } from '../parts/elements.ts'
import { escape, unescape, type Escaped } from '../parts/escape.ts'
import type { Look, Message } from '../parts/look.ts'
import { spoken } from '../parts/spoken.ts'
import { table } from './table.ts'
import { targetName } from '../ledger/target-name.ts'
import { marked, number, percent } from '../parts/wording.ts'

/** Of each kind so many: what lost most comes first. */
const shown = 10

type Row = Slice & { by: SliceKind }

/** What stands in the thread of a digest: the same week by source, campaign, persona and priority, as a table. */
export function digestDetails(figures: DigestFigures, look: Look, personas: Named[]): Message {
  const t = texts(look.language)
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
  const notes = [more(left, look), separationLine(figures, look)].filter((note) => note !== null)
  return {
    text: spoken([escape(title), ...rows.map((row) => rowText(row, look, personas)), ...notes]),
    blocks: [
      header(title),
      table([head, ...rows.map((row) => cells(row, look, personas))]),
      ...(notes.length > 0 ? [context(...notes)] : []),
    ],
  }
}

function cells({ by, key, delivered, acceptance, lost }: Row, look: Look, personas: Named[]): string[] {
  const cellTexts = [
    targetName({ by, key }, look, personas),
    number(delivered, look),
    shareText(acceptance, look),
    rangeText(acceptance, look),
    lost >= 1 ? number(Math.round(lost), look) : escape('–'),
  ]
  return cellTexts.map(unescape)
}

function rowText({ by, key, delivered, acceptance }: Row, look: Look, personas: Named[]): Escaped {
  const values = { key: targetName({ by, key }, look, personas), delivered }
  if (acceptance.of === 0) return marked(look, 'digest.sliceNone', values)
  return marked(look, 'digest.slice', { ...values, rate: rateText(acceptance, look) })
}

/** How well the score tells accepted from rejected, where there is enough to tell it from. */
function separationLine({ separation, accepted, rejected }: DigestFigures, look: Look): Escaped | null {
  if (separation === null || accepted < 5 || rejected < 5) return null
  return marked(look, 'digest.separation', { share: percent(separation, look) })
}
