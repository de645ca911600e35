import type { DigestFigures } from '../../../domain/digest/figures.ts'
import type { Rate } from '../../../domain/statistics/wilson.ts'
import { enough, rateText } from './digest-lines.ts'
import type { Part } from './digest-reasons.ts'
import { context, fields } from '../parts/elements.ts'
import { bold, joinLines, type Escaped } from '../parts/escape.ts'
import type { Look } from '../parts/look.ts'
import { marked, percent } from '../parts/wording.ts'

/** Acceptance that both teams aim at. */
const aim = 0.9

/** How much was answered and accepted, side by side, with what it is held against where there is enough to compare. */
export function ratesPart(figures: DigestFigures, look: Look): Part {
  const { coverage, acceptance, delivered, accepted, rejected, expired, open } = figures
  const counts = marked(look, 'digest.counts', { delivered, accepted, rejected, expired, open })
  const previous = previousLine(figures, look)
  const shown = [
    coverage.of === 0
      ? bold(marked(look, 'digest.coverageNone'))
      : field(marked(look, 'why.name-coverage'), coverage, { note: marked(look, 'digest.ofDue'), look }),
    acceptance.of === 0
      ? bold(marked(look, 'digest.acceptanceNone'))
      : field(marked(look, 'why.name-acceptance'), acceptance, {
          note: acceptanceNote(acceptance, look),
          look,
        }),
    qualityField(figures, look),
    baselineField(figures, look),
  ].filter((text) => text !== null)
  return {
    text: joinLines([...shown, counts, previous]),
    blocks: [fields(shown), context(counts), ...(previous ? [context(previous)] : [])],
  }
}

function field(name: Escaped, rate: Rate, { note, look }: { note: Escaped | null; look: Look }): Escaped {
  return joinLines([bold(name), rateText(rate, look), note])
}

const acceptanceNote = ({ of }: Rate, look: Look): Escaped =>
  of < enough
    ? marked(look, 'digest.ofAnswers')
    : marked(look, 'digest.ofAnswersAim', { aim: percent(aim, look) })

/** Only where it is another number than acceptance. */
function qualityField({ qualityAcceptance: quality, acceptance }: DigestFigures, look: Look): Escaped | null {
  if (quality.of === acceptance.of || quality.of === 0) return null
  return field(marked(look, 'why.name-quality'), quality, { note: null, look })
}

function baselineField({ acceptance, baseline }: DigestFigures, look: Look): Escaped | null {
  if (acceptance.of < enough || !baseline || baseline.acceptance.of < enough) return null
  const name = marked(look, 'digest.baseline', { count: baseline.weeks })
  return field(name, baseline.acceptance, { note: null, look })
}

function previousLine({ acceptance, previous }: DigestFigures, look: Look): Escaped | null {
  if (acceptance.of < enough || !previous || previous.acceptance.of < enough) return null
  const [coverage, accepted] = [rateText(previous.coverage, look), rateText(previous.acceptance, look)]
  return marked(look, 'digest.previous', { coverage, acceptance: accepted })
}
