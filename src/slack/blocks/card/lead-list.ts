import type { KnownBlock } from '@slack/types'
import { statusOf } from '../../../domain/lead/lead.ts'
import { decisionOf } from '../../../domain/handoff/handoff.ts'
import type { ListedLead } from '../../../domain/privacy/shown-lead.ts'
import { context, header, section } from '../parts/elements.ts'
import { bold, escape, join, joinLines, mention, type Escaped } from '../parts/escape.ts'
import { leadName } from './lead-name.ts'
import type { Reader } from '../parts/reader.ts'
import type { Message } from '../parts/message.ts'
import { instant, marked } from '../parts/wording.ts'

const shown = 10

/** Leads, two lines each: who, and where it stands. */
export function leadList(leads: ListedLead[], reader: Reader, title: string): Message {
  return {
    text: join(
      [escape(title), ...leads.slice(0, shown).map(({ lead }) => escape(leadName(lead, reader)))],
      ' · ',
    ),
    blocks: [header(title), ...leadLines(leads, reader, marked(reader, 'leads.none'))],
  }
}

/** The lines of a list, or what is said when there is none. */
export function leadLines(leads: ListedLead[], reader: Reader, none: Escaped): KnownBlock[] {
  if (leads.length === 0) return [section(none)]
  const lines = leads
    .slice(0, shown)
    .map((one) => section(joinLines([bold(escape(leadName(one.lead, reader))), standing(one, reader)])))
  return leads.length >= shown ? [...lines, context(marked(reader, 'leads.more'))] : lines
}

function standing({ lead, handoff }: ListedLead, reader: Reader): Escaped {
  const { source, updatedAt } = lead
  const word = marked(reader, `leads.status.${handoff ? statusOf([handoff]) : lead.status}`)
  const decision = handoff && decisionOf(handoff)
  const where = () => {
    if (decision)
      return marked(reader, 'leads.by', {
        status: word,
        who: mention(decision.by),
        at: instant(decision.at, reader),
      })
    if (handoff?.status === 'open')
      return marked(reader, 'leads.waits', { status: word, at: instant(handoff.dueAt, reader) })
    return marked(reader, 'leads.since', { status: word, at: instant(updatedAt, reader) })
  }
  return join([where(), marked(reader, 'card.source', { source: escape(source, 60) })], ' · ')
}
