import type { Lead } from '../../../domain/lead/lead.ts'
import { bold, channelMention, escape } from '../parts/escape.ts'
import type { Reader } from '../parts/reader.ts'
import type { Message } from '../parts/message.ts'
import { simpleMessage } from '../parts/simple-message.ts'
import { day, marked } from '../parts/wording.ts'
import { leadName } from './lead-name.ts'

/** To the owner of a lead: somebody asks for it again, and its new card is in that channel. */
export function askedAgain(
  lead: Lead,
  { acceptedAt, channel }: { acceptedAt: Date; channel: string },
  reader: Reader,
): Message {
  const { request, message } = lead.details
  const asked = request ?? message
  const values = {
    lead: bold(escape(leadName(lead, reader))),
    date: day(acceptedAt, reader),
    channel: channelMention(channel),
  }
  return simpleMessage(
    asked === undefined
      ? marked(reader, 'thread.askedAgain', values)
      : marked(reader, 'thread.askedAgainFor', { ...values, request: escape(asked, 300) }),
  )
}
