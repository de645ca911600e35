import { expect, it } from 'vitest'
import { languages } from '../../src/domain/text/language.ts'
import { causeWords } from '../../src/slack/text/causes.ts'

const other = causeWords('a_code_of_tomorrow', 'en')

it.each([
  ['channel_not_found', 'Check the channel ids in the playbook'],
  ['not_in_channel', '/invite @Baton'],
  ['is_archived', 'Unarchive the channel'],
  ['invalid_blocks', 'Report it'],
  ['msg_too_long', 'Report it'],
  ['restricted_action', 'Ask an admin'],
  ['restricted_action_read_only_channel', 'Ask an admin'],
  ['message_not_found', 'kept in Baton'],
  ['message_not_found', '--to ID'],
  ['channel_not_found', '--lane WRONG --to RIGHT'],
  ['set aside; dropped by Olga: a test', 'send again'],
  ['messages_tab_disabled', 'Messages tab'],
  ["can't be drawn: TypeError at src/x.ts:1", 'Report it'],
  ['the card was never posted', 'Send the card'],
])('%s has a remedy of its own', (cause, remedy) => {
  expect(causeWords(cause, 'en').remedy).toContain(remedy)
  for (const language of languages) expect(causeWords(cause, language)).not.toEqual(other)
})

it('says where to look for a code that it does not know', () => {
  expect(other.remedy).toContain('Look the code up')
})
