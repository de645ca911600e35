import type { KnownBlock } from '@slack/types'
import type { Lead } from '../../../domain/lead/lead.ts'
import { context, header, section } from '../parts/elements.ts'
import { bold, escape, join, joinLines, mention, type Escaped } from '../parts/escape.ts'
import { leadName } from './lead-name.ts'
import type { Look, Message } from '../parts/look.ts'
import { instant, marked } from '../parts/wording.ts'

const shown = 10

/** Leads, two lines each: who, and where it stands. */
export function leadList(leads: Lead[], look: Look, title: string): Message {
  return {
    text: join([escape(title), ...leads.slice(0, shown).map((lead) => escape(leadName(lead, look)))], ' · '),
    blocks: [header(title), ...leadLines(leads, look, marked(look, 'leads.none'))],
  }
}

/** The lines of a list, or what is said when there is none. */
export function leadLines(leads: Lead[], look: Look, none: Escaped): KnownBlock[] {
  if (leads.length === 0) return [section(none)]
  const lines = leads
    .slice(0, shown)
    .map((lead) => section(joinLines([bold(escape(leadName(lead, look))), standing(lead, look)])))
  return leads.length >= shown ? [...lines, context(marked(look, 'leads.more'))] : lines
}

function standing({ status, handoff, source, updatedAt }: Lead, look: Look): Escaped {
  const word = marked(look, `leads.status.${status}`)
  const decision = handoff?.decision
  const where = () => {
    if (decision)
      return marked(look, 'leads.by', {
        status: word,
        who: mention(decision.by),
        at: instant(decision.at, look),
      })
    if (handoff?.status === 'open')
      return marked(look, 'leads.waits', { status: word, at: instant(handoff.dueAt, look) })
    return marked(look, 'leads.since', { status: word, at: instant(updatedAt, look) })
  }
  return join([where(), marked(look, 'card.source', { source: escape(source, 60) })], ' · ')
}
