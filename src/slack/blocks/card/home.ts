import type { HomeView, KnownBlock } from '@slack/types'
import type { Lead } from '../../../domain/lead/lead.ts'
import type { Outcome } from '../../../domain/handoff/refusal.ts'
import type { Trouble } from '../../../domain/notice/trouble.ts'
import { texts } from '../../text/index.ts'
import { context, divider, header, section } from '../parts/elements.ts'
import { channelMention } from '../parts/escape.ts'
import { leadLines } from './lead-list.ts'
import type { Look } from '../parts/look.ts'
import { refusalText } from '../parts/refusal.ts'
import { troubleSection } from '../parts/trouble.ts'
import { marked } from '../parts/wording.ts'

interface Home {
  name: string
  outcome: Outcome<{ open: Lead[]; accepted: Lead[] }>
  /** For operations alone. */
  troubles: Trouble[]
  look: Look
}

/** App Home: what Baton does, what this person accepted, and what waits; to operations also what Slack refuses. */
export function homeView({ name, outcome, troubles, look }: Home): HomeView {
  const t = texts(look.language)
  const channel = channelMention(look.playbook.channels.handoffs)
  return {
    type: 'home',
    blocks: [
      header(t('home.hello', { name })),
      ...troubleSection(troubles, look),
      section(marked(look, 'home.what')),
      section(marked(look, 'home.how', { channel })),
      context(marked(look, 'home.commands')),
      divider(),
      ...(outcome.ok ? lists(outcome.value, look) : [section(refusalText(outcome.refusal, look))]),
    ],
  }
}

function lists({ open, accepted }: { open: Lead[]; accepted: Lead[] }, look: Look): KnownBlock[] {
  const t = texts(look.language)
  return [
    header(t('home.accepted')),
    ...leadLines(accepted, look, marked(look, 'home.noneAccepted')),
    header(t('home.open')),
    ...leadLines(open, look, marked(look, 'home.noneOpen')),
  ]
}
