import type { RespondArguments, RespondFn } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import type { Message } from '../blocks/parts/message.ts'
import type { Click } from './payloads.ts'

/** Nothing in a text from outside becomes a mention or a link. */
const plain = { parse: 'none', link_names: false, unfurl_links: false, unfurl_media: false } as const

/** A message that only the person who asked can see; what they clicked on stays as it is. */
export function privately(message: Message): RespondArguments {
  return { ...message, ...plain, response_type: 'ephemeral', replace_original: false }
}

/** The same for everybody in the channel, because somebody wanted to share it. */
export function inChannel(message: Message): RespondArguments {
  return { ...message, ...plain, response_type: 'in_channel', replace_original: false }
}

/** Answers a click where it happened, or by direct message when it happened in a modal or in App Home. */
export async function tell(
  click: Pick<Click, 'canRespond' | 'userId'>,
  { respond, client }: { respond: RespondFn; client: WebClient },
  message: Message,
): Promise<void> {
  if (click.canRespond) await respond(privately(message))
  else await client.chat.postMessage({ channel: click.userId, ...message, ...plain })
}
