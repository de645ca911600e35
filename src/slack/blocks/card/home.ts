import type { HomeView, KnownBlock } from '@slack/types'
import type { ListedLead } from '../../../domain/privacy/shown-lead.ts'
import type { Outcome } from '../../../domain/handoff/refusal.ts'
import type { Trouble } from '../../../domain/notice/trouble.ts'
import { texts } from '../../text/index.ts'
import { context, divider, header, section } from '../parts/elements.ts'
import { channelMention } from '../parts/escape.ts'
import { leadLines } from './lead-list.ts'
import type { Reader } from '../parts/reader.ts'
import { refusalText } from '../parts/refusal.ts'
import { troubleSection } from '../parts/trouble.ts'
import { marked } from '../parts/wording.ts'

interface Home {
  name: string
  outcome: Outcome<{ open: ListedLead[]; accepted: ListedLead[] }>
  /** For operations alone. */
  troubles: Trouble[]
  reader: Reader
}

/** App Home: what Baton does, what this person accepted, and what waits; to operations also what Slack refuses. */
export function homeView({ name, outcome, troubles, reader }: Home): HomeView {
  const t = texts(reader.language)
  const channel = channelMention(reader.playbook.channels.handoffs)
  return {
    type: 'home',
    blocks: [
      header(t('home.hello', { name })),
      ...troubleSection(troubles, reader),
      section(marked(reader, 'home.what')),
      section(marked(reader, 'home.how', { channel })),
      context(marked(reader, 'home.commands')),
      divider(),
      ...(outcome.ok ? lists(outcome.value, reader) : [section(refusalText(outcome.refusal, reader))]),
    ],
  }
}

function lists(
  { open, accepted }: { open: ListedLead[]; accepted: ListedLead[] },
  reader: Reader,
): KnownBlock[] {
  const t = texts(reader.language)
  return [
    header(t('home.accepted')),
    ...leadLines(accepted, reader, marked(reader, 'home.noneAccepted')),
    header(t('home.open')),
    ...leadLines(open, reader, marked(reader, 'home.noneOpen')),
  ]
}
