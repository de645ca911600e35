import type { KnownBlock } from '@slack/types'
import { referenceOf, type Cause, type Trouble } from '../../../domain/notice/trouble.ts'
import { actions } from '../../ids.ts'
import { causeWords } from '../../text/causes.ts'
import { texts } from '../../text/index.ts'
import { actionRow, button, context, divider, header, section } from './elements.ts'
import { authored, bold, channelMention, escape, join, joinLines, mention, type Escaped } from './escape.ts'
import type { Look, Message } from './look.ts'
import { spoken } from './spoken.ts'
import { instant, marked } from './wording.ts'

/** For operations: what Slack refuses for good, what to do, and a button; or that it goes out again. */
export function troubleMessage(about: Cause, trouble: Trouble | null, look: Look): Message {
  if (!trouble) {
    const text = marked(look, 'trouble.mended', { where: placeOf(about.lane), ...referred(about) })
    return { text: spoken([text]), blocks: [section(text)] }
  }
  return { text: spoken([linesOf(trouble, look)]), blocks: troubleBlocks(trouble, look) }
}

/** The same as a part of App Home. */
export function troubleSection(troubles: Trouble[], look: Look): KnownBlock[] {
  if (troubles.length === 0) return []
  const shown = troubles.slice(0, mostShown)
  return [
    header(texts(look.language)('trouble.title')),
    ...shown.flatMap((trouble, index) => troubleBlocks(trouble, look, index)),
    ...(troubles.length > mostShown
      ? [context(marked(look, 'trouble.more', { count: troubles.length - mostShown }))]
      : []),
    divider(),
  ]
}
const mostShown = 10

function troubleBlocks(trouble: Trouble, look: Look, index = 0): KnownBlock[] {
  const { lane, cause, since } = trouble
  const t = texts(look.language)
  const again = button({
    id: actions.sendAgain,
    text: t('trouble.sendAgain'),
    value: JSON.stringify({ lane, cause }).slice(0, 2000),
    ...(index === 0 && { style: 'primary' as const }),
  })
  return [
    section(linesOf(trouble, look)),
    actionRow(`trouble.${index}`, again),
    context(marked(look, 'trouble.since', { at: instant(since, look), ...referred(trouble) })),
  ]
}

function linesOf({ lane, cause, count, leads }: Trouble, look: Look): Escaped {
  const { what, remedy } = causeWords(cause, look.language)
  const code = escape(cause, 100)
  return joinLines([
    bold(marked(look, 'trouble.what', { count, where: placeOf(lane) })),
    leads > 0 ? marked(look, 'trouble.leads', { count: leads }) : null,
    join([authored(what, 300), marked(look, 'trouble.code', { code })], ' '),
    marked(look, 'trouble.remedy', { remedy: authored(remedy, 500) }),
  ])
}

const placeOf = (lane: string): Escaped => (/^[UW]/.test(lane) ? mention(lane) : channelMention(lane))

const referred = (about: Cause) => ({ reference: escape(referenceOf(about), 40) })
