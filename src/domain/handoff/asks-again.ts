import type { Lead } from '../lead/lead.ts'
import type { ReceivedLead } from '../lead/received-lead.ts'
import { oneLine } from '../text/visible-text.ts'

/**
 * Whether somebody whom sales has had asks again: the sender says so, or a request or a message came that is not known
 * yet. A sender that names its leads repeats what it knows of them; one that does not sends what somebody has just asked
 * for. Other facts say something about a person, and are no wish of that person.
 */
export function asksAgain({ details }: Pick<Lead, 'details'>, news: ReceivedLead): boolean {
  if (news.asksAgain !== undefined) return news.asksAgain
  const said = wishes.filter((field) => plain(news.details[field]) !== '')
  if (news.externalId === undefined) return said.length > 0
  return said.some((field) => plain(news.details[field]) !== plain(details[field]))
}

const wishes = ['request', 'message'] as const

/** What differs in case and white space alone says the same. */
const plain = (text = ''): string => oneLine(text).toLowerCase()
