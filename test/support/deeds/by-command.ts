import type { SandboxMessage } from '../../../src/sandbox/sandbox.ts'
import { actions, commands } from '../../../src/slack/ids.ts'
import type { KindName } from '../cast.ts'
import type { Team } from '../team.ts'
import { everyRole, lender, members, readers, type Deed } from './deed.ts'

const general = 'C0GENERAL'

/** Typing something that is answered with these words, in English or German. */
function typing(command: string, text: string, on: { may: readonly KindName[]; answer: RegExp }): Deed {
  return {
    id: command,
    may: on.may,
    stage: async ({ slack }) => ({
      where: 'whisper',
      act: ({ id }) => slack.as(id).command(command, text, general),
      done: (_who, told) => on.answer.test(told) || undefined,
    }),
  }
}

/** Sharing with a channel what somebody looked up. */
function sharing(action: string, ...[command, text]: [string, string]): Deed {
  return {
    id: action,
    may: members,
    stage: async (team) => {
      const answer = await lookedUp(team, command, text)
      const before = team.slack.messages(general).length
      return {
        where: 'whisper',
        act: ({ id }) => team.slack.as(id).click(answer, action),
        done: () => team.slack.messages(general)[before],
      }
    },
  }
}

async function lookedUp({ slack }: Team, command: string, text: string): Promise<SandboxMessage> {
  const { id } = lender('member without a role')
  const known = slack.ephemerals(id).length
  await slack.as(id).command(command, text, general)
  return structuredClone(await slack.waitFor(() => slack.ephemerals(id)[known], 'the answer'))
}

const { persona, define, lead, digest } = commands

export const byCommand = {
  'look up a persona': typing(persona, 'sales leader', {
    may: readers,
    answer: /recognise them|Woran man sie erkennt/,
  }),
  'look up a word': typing(define, 'MQL', { may: readers, answer: /Version 1/ }),
  'look for a lead': typing(lead, 'find lead', { may: everyRole, answer: /Lead \d+\./ }),
  'list one’s own leads': typing(lead, 'mine', {
    may: everyRole,
    answer: /Leads you accepted|angenommene Leads/,
  }),
  'read a week’s figures': typing(digest, '2026-W47', { may: members, answer: /W47/ }),
  'read the ledger': typing(digest, 'changes', { may: members, answer: /ledger|changed|geändert/ }),
  'share a persona': sharing(actions.sharePersona, persona, 'sales leader'),
  'share a definition': sharing(actions.shareDefinition, define, 'MQL'),
} satisfies Record<string, Deed>
