import type { Handoff, Lead } from '../../../domain/lead/lead.ts'
import type { PersonaMatch } from '../../../domain/qualify/persona-match.ts'
import type { Score } from '../../../domain/qualify/score.ts'
import { bold, escape, join, joinLines, type Escaped } from '../parts/escape.ts'
import type { Look } from '../parts/look.ts'
import { instant, marked, number, signed, written } from '../parts/wording.ts'

const reasonsShown = 5
const criteriaShown = 6

/** Title, company and place: "VP Sales · Acme Logistics (logistics, 320 employees) · Berlin, Germany". */
export function whoLine({ details }: Lead, look: Look): Escaped {
  const { title, department, company, industry, employees, city, country } = details
  const size =
    employees === undefined ? null : marked(look, 'card.employees', { count: number(employees, look) })
  const about = join([industry === undefined ? null : escape(industry, 60), size], ', ')
  const firm =
    company === undefined ? about : join([escape(company, 100), about && (`(${about})` as Escaped)], ' ')
  const place = join(
    [city, country].map((part) => (part === undefined ? null : escape(part, 60))),
    ', ',
  )
  return join(
    [title, department].map((part) => (part === undefined ? null : escape(part, 100))).concat([firm, place]),
    ' · ',
  )
}

/** The score with its named reasons, and the sender's own: free text, which can name a person. */
export function whyLines({ source }: Lead, handoff: Handoff, look: Look): Escaped {
  const { because, score, senderScore } = handoff.qualification
  const sender = escape(source, 60)
  const more = score.reasons.length - reasonsShown
  return joinLines([
    bold(marked(look, 'card.why')),
    because === 'sender' ? marked(look, 'card.bySender', { source: sender }) : null,
    scoreLine(score, look),
    ...score.reasons
      .slice(0, reasonsShown)
      .map(({ name, points }) => join([signed(points), written(name, look, 100)], ' ')),
    more > 0 ? marked(look, 'card.moreReasons', { count: more }) : null,
    senderScore && marked(look, 'card.senderScore', { source: sender, points: senderScore.points }),
    ...(look.personalData ? (senderScore?.reasons ?? []) : [])
      .slice(0, reasonsShown)
      .map((reason) => escape(`• ${reason}`, 100)),
  ])
}

/** What a lead whose source says so has qualified with can be less than the playbook asks for. */
function scoreLine({ points, threshold }: Score, look: Look): Escaped {
  return marked(look, points < threshold ? 'card.scoreShort' : 'card.score', { points, threshold })
}

/** Which persona, and on what criteria: each with a sign and a word. */
export function personaLines(persona: PersonaMatch | null, look: Look): Escaped {
  if (!persona) return marked(look, 'card.noPersona')
  const name = written(persona.name, look, 100)
  return joinLines([
    bold(marked(look, persona.negative ? 'card.negativePersona' : 'card.persona', { name })),
    ...persona.criteria
      .slice(0, criteriaShown)
      .map(({ label, verdict }) => marked(look, `card.${verdict}`, { criterion: written(label, look, 100) })),
  ])
}

export function originLine({ source, details }: Lead, look: Look): Escaped {
  const { campaign, request } = details
  return join(
    [
      marked(look, 'card.source', { source: escape(source, 60) }),
      campaign === undefined ? null : marked(look, 'card.campaign', { campaign: escape(campaign, 100) }),
      request === undefined ? null : marked(look, 'card.request', { request: escape(request, 60) }),
    ],
    ' · ',
  )
}

export function clockLine({ dueAt, qualification }: Handoff, look: Look): Escaped {
  const tier = marked(look, `card.tier.${qualification.tier}`)
  return marked(look, 'card.due', { at: instant(dueAt, look), tier })
}

/** Other sources that sent the same person while this card was open. */
export function duplicatesLine({ duplicates }: Handoff, look: Look): Escaped | null {
  if (duplicates.length === 0) return null
  const counts = [...Map.groupBy(duplicates, ({ source }) => source)].slice(0, 5)
  const sources = counts.map(([source, all]) =>
    escape(all.length > 1 ? `${source} (${all.length}×)` : source, 80),
  )
  return marked(look, 'card.duplicates', { sources: join(sources, ', ') })
}
