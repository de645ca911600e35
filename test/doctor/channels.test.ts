import { describe } from 'vitest'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { leadsOf, without, tells } from './slack-table.ts'

describe('the doctor looks at the channels', () => {
  tells([
    {
      when: 'everything is well',
      says: /^ok \| handoffs channel \| #leads \(C0LEADS\): Baton is in it/,
    },
    {
      when: 'channels:history is missing',
      arrange: ({ state }) => without(state, 'channels:history'),
      says: /^warning \| scopes \| channels:history is missing: a post/,
    },
    {
      when: 'channels:read is missing',
      arrange: ({ state }) => without(state, 'channels:read'),
      says: /^problem \| handoffs channel \| C0LEADS can’t be looked at.* \| Add channels:read/,
    },
    {
      when: 'the channel is archived',
      arrange: ({ state }) => (leadsOf(state).is_archived = true),
      says: /^problem \| handoffs channel \| #leads \(C0LEADS\) is archived \| Unarchive/,
    },
    {
      when: 'the bot is not in the channel',
      arrange: ({ state }) => (leadsOf(state).members = ['U0ANNA']),
      says: /^problem \| handoffs channel \| .* Baton is not in it \| Type \/invite @Baton in #leads/,
    },
    ...[/ Baton is not in it /, /lets only some people post/, /is shared with another/].map((fault) => ({
      when: 'there is more than one fault',
      arrange: ({ state }: Sandbox) =>
        Object.assign(leadsOf(state), { members: ['U0ANNA'], is_read_only: true, is_ext_shared: true }),
      says: new RegExp(`^(problem|warning) \\| handoffs channel \\| .*${fault.source}`),
    })),
    {
      when: 'only some may post',
      arrange: ({ state }) => (leadsOf(state).is_read_only = true),
      says: /^problem \| handoffs channel \| .* lets only some people post/,
    },
    {
      when: 'the channel is shared',
      arrange: ({ state }) => (leadsOf(state).is_ext_shared = true),
      says: /^warning \| handoffs channel \| .* is shared with another organisation: names of leads are hidden/,
    },
    {
      when: 'the channel will be shared',
      arrange: ({ state }) => (leadsOf(state).is_pending_ext_shared = true),
      says: /^warning \| handoffs channel \| .* is about to be shared/,
    },
    {
      when: 'the channel is shared, and may show names',
      arrange: ({ state }) => (leadsOf(state).is_ext_shared = true),
      playbook: { privacy: { personalDataInSharedChannels: true } },
      says: /^warning \| handoffs channel \| .* who read the names of leads there/,
    },
    {
      when: 'the channel is private, and the bot may not read those',
      arrange: ({ state }) => (leadsOf(state).is_private = true),
      says: /^problem \| handoffs channel \| C0LEADS can’t be looked at.* groups:read and groups:history/,
    },
    {
      when: 'the channel is private, and the bot may not look for its posts',
      arrange: ({ state }) => ((leadsOf(state).is_private = true), state.scopes.push('groups:read')),
      says: /^warning \| handoffs channel \| .* groups:history is missing/,
    },
    {
      when: 'the channel is private, and the bot may read it',
      arrange: ({ state }) => (
        (leadsOf(state).is_private = true),
        state.scopes.push('groups:read', 'groups:history')
      ),
      says: /^ok \| handoffs channel \| #leads/,
    },
    {
      when: 'the channel is private, and the bot is outside',
      arrange: ({ state }) =>
        Object.assign(leadsOf(state), { is_private: true, members: ['U0ANNA'], id: 'C0PRIVATE' }),
      playbook: { channels: { handoffs: 'C0PRIVATE', marketing: 'C0MARKETING' } },
      says: /^problem \| handoffs channel \| C0PRIVATE does not exist, or is private/,
    },
    {
      when: 'the placeholders are no channels',
      arrange: ({ state }) => (state.channels = []),
      says: /^problem \| marketing channel \| C0MARKETING is the placeholder of the default playbook.* \| Put your/,
    },
  ])
})
