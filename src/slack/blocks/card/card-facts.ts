import type { Handoff } from '../../../domain/handoff/handoff.ts'
import type { ShownLead, ShownRound } from '../../../domain/privacy/shown-lead.ts'
import type { PersonaMatch } from '../../../domain/qualify/persona-match.ts'
import type { Score } from '../../../domain/qualify/score.ts'
import { bold, escape, join, joinLines, type Escaped } from '../parts/escape.ts'
import type { Reader } from '../parts/reader.ts'
import { instant, marked, number, signed, written } from '../parts/wording.ts'

const reasonsShown = 5
const criteriaShown = 6

/** Title, company and place: "VP Sales · Acme Logistics (logistics, 320 employees) · Berlin, Germany". */
export function whoLine({ details }: ShownLead, reader: Reader): Escaped {
  const { title, department, company, industry, employees, city, country } = details
  const size =
    employees === undefined ? null : marked(reader, 'card.employees', { count: number(employees, reader) })
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

/** The score with its named reasons, and the sender's own. */
export function whyLines({ handoff: { origin, qualification } }: ShownRound, reader: Reader): Escaped {
  const { because, score, senderScore } = qualification
  const sender = escape(origin.source, 60)
  const more = score.reasons.length - reasonsShown
  return joinLines([
    bold(marked(reader, 'card.why')),
    because === 'sender' ? marked(reader, 'card.bySender', { source: sender }) : null,
    scoreLine(score, reader),
    ...score.reasons
      .slice(0, reasonsShown)
      .map(({ name, points }) => join([signed(points), written(name, reader, 100)], ' ')),
    more > 0 ? marked(reader, 'card.moreReasons', { count: more }) : null,
    senderScore && marked(reader, 'card.senderScore', { source: sender, points: senderScore.points }),
    ...(senderScore?.reasons ?? []).slice(0, reasonsShown).map((reason) => escape(`• ${reason}`, 100)),
  ])
}

/** The points, and what the playbook asks for. A lead may have fewer: its source can call it qualified all the same. */
function scoreLine({ points, threshold }: Score, reader: Reader): Escaped {
  return marked(reader, points < threshold ? 'card.scoreShort' : 'card.score', { points, threshold })
}

/** Which persona, and on what criteria: each with a sign and a word. */
export function personaLines(persona: PersonaMatch | null, reader: Reader): Escaped {
  if (!persona) return marked(reader, 'card.noPersona')
  const name = written(persona.name, reader, 100)
  return joinLines([
    bold(marked(reader, persona.negative ? 'card.negativePersona' : 'card.persona', { name })),
    ...persona.criteria
      .slice(0, criteriaShown)
      .map(({ label, verdict }) =>
        marked(reader, `card.${verdict}`, { criterion: written(label, reader, 100) }),
      ),
  ])
}

export function originLine({ lead, handoff }: ShownRound, reader: Reader): Escaped {
  const { source, campaign } = handoff.origin
  const { request } = lead.details
  return join(
    [
      marked(reader, 'card.source', { source: escape(source, 60) }),
      campaign === null ? null : marked(reader, 'card.campaign', { campaign: escape(campaign, 100) }),
      request === undefined ? null : marked(reader, 'card.request', { request: escape(request, 60) }),
    ],
    ' · ',
  )
}

export function clockLine({ dueAt, qualification }: Handoff, reader: Reader): Escaped {
  const tier = marked(reader, `card.tier.${qualification.tier}`)
  return marked(reader, 'card.due', { at: instant(dueAt, reader), tier })
}

/** Other sources that sent the same person while this card was open. */
export function duplicatesLine({ duplicates }: Handoff, reader: Reader): Escaped | null {
  if (duplicates.length === 0) return null
  const counts = [...Map.groupBy(duplicates, ({ source }) => source)].slice(0, 5)
  const sources = counts.map(([source, all]) =>
    escape(all.length > 1 ? `${source} (${all.length}×)` : source, 80),
  )
  return marked(reader, 'card.duplicates', { sources: join(sources, ', ') })
}
