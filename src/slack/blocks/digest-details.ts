import type { DigestFigures } from '../../domain/digest/figures.ts'
import { texts } from '../text/index.ts'
import { sliceLines } from './digest-lines.ts'
import { sliceNames, type Named } from './digest-names.ts'
import { header, section } from './elements.ts'
import { escape, joinLines, type Escaped } from './escape.ts'
import type { Look, Message } from './look.ts'
import { spoken } from './spoken.ts'
import { marked, percent } from './wording.ts'

/** What stands in the thread of a digest: the same week by source, campaign, persona and priority. */
export function digestDetails(figures: DigestFigures, look: Look, personas: Named[]): Message {
  const names = sliceNames(look, personas)
  const sections: (Escaped | null)[] = [
    sliceLines(figures.sources, { title: 'digest.sources', name: names.source }, look),
    sliceLines(figures.campaigns, { title: 'digest.campaigns', name: names.campaign }, look),
    sliceLines(figures.personas, { title: 'digest.personas', name: names.persona }, look),
    sliceLines(figures.tiers, { title: 'digest.tiers', name: names.tier }, look),
    separationLine(figures, look),
  ]
  const title = texts(look.language)('digest.details', { week: figures.week })
  return {
    text: spoken([escape(title), ...sections]),
    blocks: [header(title), ...sections.flatMap((text) => (text === null ? [] : [section(text)]))],
  }
}

/** How well the score tells accepted from rejected, where there is enough to tell it from. */
function separationLine({ separation, accepted, rejected }: DigestFigures, look: Look): Escaped | null {
  if (separation === null || accepted < 5 || rejected < 5) return null
  return joinLines([marked(look, 'digest.separation', { share: percent(separation, look) })])
}
