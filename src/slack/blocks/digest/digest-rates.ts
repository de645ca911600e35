import type { DigestNumbers } from '../../../domain/digest/figures.ts'
import type { Rate } from '../../../domain/statistics/wilson.ts'
import { enough, rateText } from './digest-lines.ts'
import type { Part } from './digest-reasons.ts'
import { context, fields } from '../parts/elements.ts'
import { bold, joinLines, type Escaped } from '../parts/escape.ts'
import type { Reader } from '../parts/reader.ts'
import { marked, percent } from '../parts/wording.ts'

/** Acceptance that both teams aim at. */
const aim = 0.9

/** How much was answered and accepted, side by side, with what it is held against where there is enough to compare. */
export function ratesPart(figures: DigestNumbers, reader: Reader): Part {
  const { coverage, acceptance, delivered, accepted, rejected, expired, open } = figures
  const counts = marked(reader, 'digest.counts', { delivered, accepted, rejected, expired, open })
  const previous = previousLine(figures, reader)
  const shown = [
    coverage.of === 0
      ? bold(marked(reader, 'digest.coverageNone'))
      : field(marked(reader, 'why.name-coverage'), coverage, {
          note: marked(reader, 'digest.ofDue'),
          reader,
        }),
    acceptance.of === 0
      ? bold(marked(reader, 'digest.acceptanceNone'))
      : field(marked(reader, 'why.name-acceptance'), acceptance, {
          note: acceptanceNote(acceptance, reader),
          reader,
        }),
    qualityField(figures, reader),
    baselineField(figures, reader),
  ].filter((text) => text !== null)
  return {
    text: joinLines([...shown, counts, previous]),
    blocks: [fields(shown), context(counts), ...(previous ? [context(previous)] : [])],
  }
}

function field(
  name: Escaped,
  rate: Rate,
  { note, reader }: { note: Escaped | null; reader: Reader },
): Escaped {
  return joinLines([bold(name), rateText(rate, reader), note])
}

const acceptanceNote = ({ of }: Rate, reader: Reader): Escaped =>
  of < enough
    ? marked(reader, 'digest.ofAnswers')
    : marked(reader, 'digest.ofAnswersAim', { aim: percent(aim, reader) })

/** Only where it is another number than acceptance. */
function qualityField(
  { qualityAcceptance: quality, acceptance }: DigestNumbers,
  reader: Reader,
): Escaped | null {
  if (quality.of === acceptance.of || quality.of === 0) return null
  return field(marked(reader, 'why.name-quality'), quality, { note: null, reader })
}

function baselineField({ acceptance, baseline }: DigestNumbers, reader: Reader): Escaped | null {
  if (acceptance.of < enough || !baseline || baseline.acceptance.of < enough) return null
  const name = marked(reader, 'digest.baseline', { count: baseline.weeks })
  return field(name, baseline.acceptance, { note: null, reader })
}

function previousLine({ acceptance, previous }: DigestNumbers, reader: Reader): Escaped | null {
  if (acceptance.of < enough || !previous || previous.acceptance.of < enough) return null
  const [coverage, accepted] = [rateText(previous.coverage, reader), rateText(previous.acceptance, reader)]
  return marked(reader, 'digest.previous', { coverage, acceptance: accepted })
}
