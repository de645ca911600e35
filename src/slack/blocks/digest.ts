import type { KnownBlock } from '@slack/types'
import type { DigestFigures } from '../../domain/digest-figures.ts'
import type { Persona } from '../../domain/persona.ts'
import { texts } from '../text/index.ts'
import { praiseLine, quoteLines, rateText, reasonLines, sliceLines } from './digest-lines.ts'
import { context, header, section } from './elements.ts'
import { bold, escape, join, joinLines, type Escaped } from './escape.ts'
import type { Look, Message } from './look.ts'
import { simpleMessage } from './simple-message.ts'
import { day, marked, written } from './wording.ts'

/** What a persona's key stands for. */
type Named = Pick<Persona, 'key' | 'name'>

/** A week's feedback: first how much was answered, then how much was accepted, why not, where, and in whose words. */
export function digestMessage(figures: DigestFigures, look: Look, personas: Named[]): Message {
  const week = escape(figures.week)
  if (figures.delivered === 0) return simpleMessage(marked(look, 'digest.empty', { week }))
  const answered = figures.accepted + figures.rejected
  const source = (key: string) => escape(key, 80)
  const persona = (key: string) => {
    const known = personas.find((one) => one.key === key)
    return known ? written(known.name, look, 80) : escape(key, 80)
  }
  const sections: (Escaped | null)[] = [
    rates(figures, look),
    reasonLines(figures, look),
    sliceLines(figures.sources, { title: 'digest.sources', name: source }, look),
    sliceLines(figures.personas, { title: 'digest.personas', name: persona }, look),
    quoteLines(figures, look),
    praiseLine(figures, look),
    answered > 0
      ? marked(look, 'digest.credit', { accepted: figures.accepted, answered })
      : marked(look, 'digest.creditNone'),
  ]
  const title = texts(look.language)('digest.title', { week: figures.week })
  const blocks: KnownBlock[] = [
    header(title),
    context(period(figures, look)),
    ...sections.flatMap((text) => (text === null ? [] : [section(text)])),
    ...(answered < 20 ? [context(marked(look, 'digest.small'))] : []),
  ]
  return { text: spoken([escape(title), ...sections]), blocks }
}

function rates(figures: DigestFigures, look: Look): Escaped {
  const { coverage, acceptance, qualityAcceptance, delivered, accepted, rejected, expired, open } = figures
  const none = (key: 'digest.coverageNone' | 'digest.acceptanceNone') => marked(look, key)
  return joinLines([
    bold(
      coverage.of === 0
        ? none('digest.coverageNone')
        : marked(look, 'digest.coverage', { rate: rateText(coverage, look) }),
    ),
    bold(
      acceptance.of === 0
        ? none('digest.acceptanceNone')
        : marked(look, 'digest.acceptance', { rate: rateText(acceptance, look) }),
    ),
    qualityAcceptance.of === acceptance.of || qualityAcceptance.of === 0
      ? null
      : marked(look, 'digest.quality', { rate: rateText(qualityAcceptance, look) }),
    marked(look, 'digest.counts', { delivered, accepted, rejected, expired, open }),
  ])
}

/** Monday to Sunday, in the workspace's zone. */
function period({ from, to }: DigestFigures, look: Look): Escaped {
  const lastInstant = new Date(new Date(to).getTime() - 1)
  return marked(look, 'digest.period', { from: day(new Date(from), look), to: day(lastInstant, look) })
}

function spoken(parts: (Escaped | null)[]): string {
  return join(parts, ' · ').replaceAll('\n', ', ').replaceAll('*', '')
}
