import type { Language } from '../../domain/text/language.ts'
import { setAside } from '../../domain/notice/trouble.ts'
import { texts } from './index.ts'

/** Slack's codes, and Baton's own reasons, by what mends them. */
const kinds = {
  unknown: ['channel_not_found', 'no_permission', 'access_denied', 'team_access_not_granted'],
  outside: ['not_in_channel'],
  archived: ['is_archived'],
  restricted: ['restricted_action', 'not_allowed', 'posting_to_general_channel_denied'],
  content: [
    ...['invalid_blocks', 'invalid_blocks_format', 'msg_too_long', 'msg_blocks_too_long', 'no_text'],
    ...['invalid_arguments', 'invalid_metadata_format', 'invalid_metadata_schema', 'metadata_too_large'],
    ...['markdown_text_conflict', 'too_many_attachments', 'invalid_attachments'],
  ],
  deleted: ['message_not_found', 'thread_not_found', 'cant_update_message', 'edit_window_closed'],
  person: [
    ...['user_not_found', 'users_not_found', 'user_not_visible', 'user_disabled', 'cannot_dm_bot'],
    ...['messages_tab_disabled', 'im_not_found'],
  ],
  unposted: ['the card was never posted', 'the digest was never posted', 'its digest was never posted'],
} as const
type Kind = keyof typeof kinds

/** What happened and what to do about it, for people who don't know Slack's codes by heart. */
export function causeWords(cause: string, language: Language): { what: string; remedy: string } {
  const t = texts(language)
  const kind = kindOf(cause)
  return { what: t(`cause.${kind}.what`), remedy: t(`cause.${kind}.remedy`) }
}

function kindOf(cause: string): Kind | 'aside' | 'drawn' | 'other' {
  const known = Object.entries(kinds).find(([, codes]) => codes.some((code) => code === cause))
  // Object.entries forgets that the keys are those of the table.
  if (known) return known[0] as Kind
  if (cause.startsWith('restricted_action')) return 'restricted'
  if (cause.startsWith(setAside)) return 'aside'
  return cause.startsWith("can't be drawn") ? 'drawn' : 'other'
}
