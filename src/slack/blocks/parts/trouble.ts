import type { KnownBlock } from '@slack/types'
import { referenceOf, type Cause, type Trouble } from '../../../domain/notice/trouble.ts'
import { actions } from '../../ids.ts'
import { causeWords } from '../../text/causes.ts'
import { texts } from '../../text/index.ts'
import { actionRow, button, context, divider, header, section } from './elements.ts'
import { authored, bold, channelMention, escape, join, joinLines, mention, type Escaped } from './escape.ts'
import type { Reader } from './reader.ts'
import type { Message } from './message.ts'
import { spoken } from './spoken.ts'
import { instant, marked } from './wording.ts'
import { slackLimits } from './slack-limits.ts'

/** For operations: what Slack refuses for good, what to do, and a button; or that it goes out again. */
export function troubleMessage(about: Cause, trouble: Trouble | null, reader: Reader): Message {
  if (!trouble) {
    const text = marked(reader, 'trouble.mended', { where: placeOf(about.lane), ...referred(about) })
    return { text: spoken([text]), blocks: [section(text)] }
  }
  return { text: spoken([linesOf(trouble, reader)]), blocks: troubleBlocks(trouble, reader) }
}

/** The same as a part of App Home. */
export function troubleSection(troubles: Trouble[], reader: Reader): KnownBlock[] {
  if (troubles.length === 0) return []
  const shown = troubles.slice(0, mostShown)
  return [
    header(texts(reader.language)('trouble.title')),
    ...shown.flatMap((trouble, index) => troubleBlocks(trouble, reader, index)),
    ...(troubles.length > mostShown
      ? [context(marked(reader, 'trouble.more', { count: troubles.length - mostShown }))]
      : []),
    divider(),
  ]
}
const mostShown = 10

function troubleBlocks(trouble: Trouble, reader: Reader, index = 0): KnownBlock[] {
  const { lane, cause, since } = trouble
  const t = texts(reader.language)
  const again = button({
    id: actions.sendAgain,
    text: t('trouble.sendAgain'),
    value: JSON.stringify({ lane, cause }).slice(0, slackLimits.value),
    ...(index === 0 && { style: 'primary' as const }),
  })
  return [
    section(linesOf(trouble, reader)),
    actionRow(`trouble.${index}`, again),
    context(marked(reader, 'trouble.since', { at: instant(since, reader), ...referred(trouble) })),
  ]
}

function linesOf({ lane, cause, count, leads }: Trouble, reader: Reader): Escaped {
  const { what, remedy } = causeWords(cause, reader.language)
  const code = escape(cause, 100)
  return joinLines([
    bold(marked(reader, 'trouble.what', { count, where: placeOf(lane) })),
    leads > 0 ? marked(reader, 'trouble.leads', { count: leads }) : null,
    join([authored(what, 300), marked(reader, 'trouble.code', { code })], ' '),
    marked(reader, 'trouble.remedy', { remedy: authored(remedy, 500) }),
  ])
}

const placeOf = (lane: string): Escaped => (/^[UW]/.test(lane) ? mention(lane) : channelMention(lane))

const referred = (about: Cause) => ({ reference: escape(referenceOf(about), 40) })
