import type { Block, View } from './block-types.ts'
import { blockViolations } from './limits-blocks.ts'
import { idViolations, plainViolations, tooLong, tooMany } from './limits-basics.ts'
import { textLength } from './limits-data.ts'

type Kind = 'message' | 'modal' | 'home'

/** What the bot sends, before anything is known of it. */
interface Judged {
  text?: string
  blocks?: readonly object[]
}

/** Characters of all texts of a message's blocks together. */
const messageBlocksLimit = 13_200

/** Everything in a message or view that Slack would refuse, each with where it is. Empty: Slack takes it. */
export function violations(kind: Kind, payload: Judged): string[] {
  // Every field of Block is optional or checked below, so that any object may be looked at as one.
  const blocks = (payload.blocks ?? []) as Block[]
  return [
    ...tooMany('blocks', blocks, kind === 'message' ? 50 : 100),
    ...blocks.flatMap((block, index) => blockViolations(block, `blocks/${index}`, kind)),
    ...idViolations(blocks),
    ...(kind === 'message'
      ? messageViolations(payload.text, blocks)
      : viewViolations({ ...(payload as View), blocks }, kind)),
  ]
}

/** Slack answers this one with a code of its own: `msg_blocks_too_long`. */
export function isTooLongForAMessage(blocks: Block[]): boolean {
  return textLength(blocks) > messageBlocksLimit
}

function messageViolations(text: string | undefined, blocks: Block[]): string[] {
  const ofType = (type: string) => blocks.filter((block) => block.type === type)
  return [
    ...tooLong('text', text, 40_000),
    ...(isTooLongForAMessage(blocks) ? [`blocks: more than ${messageBlocksLimit} characters`] : []),
    ...(textLength(ofType('markdown')) > 12_000 ? ['blocks: more than 12000 characters of markdown'] : []),
    ...(ofType('table').length > 1 ? ['blocks: more than 1 table'] : []),
    ...(ofType('data_visualization').length > 2 ? ['blocks: more than 2 data_visualization'] : []),
  ]
}

function viewViolations(view: View, kind: Kind): string[] {
  const needsTitle = kind === 'modal' && !view.title ? ['title: is required'] : []
  const hasInput = view.blocks.some((block) => block.type === 'input')
  const needsSubmit = kind === 'modal' && hasInput && !view.submit ? ['submit: is required with inputs'] : []
  return [
    ...needsTitle,
    ...needsSubmit,
    ...plainViolations('title', view.title, 24),
    ...plainViolations('submit', view.submit, 24),
    ...plainViolations('close', view.close, 24),
    ...tooLong('private_metadata', view.private_metadata, 3000),
    ...tooLong('callback_id', view.callback_id, 255),
    ...tooLong('external_id', view.external_id, 255),
  ]
}
