import { pino } from 'pino'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { defaultPlaybook } from '../../../prisma/seed.ts'
import { sharedChannels } from '../../../src/slack/drawing/channels.ts'
import { postingClient } from '../../../src/slack/connection/clients.ts'
import { noteKeptBack } from '../../../src/slack/delivery/note-kept-back.ts'
import { timed } from '../../support/bare-answers.ts'
import { engines } from '../../support/database.ts'
import { openDesk, type Desk } from '../../support/desk.ts'
import { scriptedSlack } from '../scripted-slack.ts'

const [engine] = engines
const { handoffs, marketing } = defaultPlaybook.channels
const { privacy } = defaultPlaybook

let desk: Desk
let slack: Awaited<ReturnType<typeof scriptedSlack>>
beforeEach(async () => {
  if (!engine) throw new Error('no database engine to test on')
  slack = await scriptedSlack()
  desk = await openDesk(engine)
})
afterEach(async () => {
  slack.stop()
  await desk[Symbol.asyncDispose]()
})

const asked = () => {
  const client = postingClient({ botToken: 'xoxb-test', apiUrl: slack.apiUrl }, 3_000)
  const { deps } = desk
  const channels = sharedChannels({ client, now: deps.now })
  return noteKeptBack({ deps, channels, client, log: pino({ level: 'silent' }), nudge: () => undefined })
}
const share = (...ids: string[]) =>
  slack.knows.set('conversations.info', (args) => ({
    channel: { id: args.get('channel'), is_ext_shared: ids.includes(args.get('channel') ?? '') },
  }))

it.each([
  { shared: [], keptBack: false },
  { shared: [handoffs], keptBack: true },
  { shared: [marketing], keptBack: true },
  { shared: [handoffs, marketing], keptBack: true },
])('a note is kept back where one of its channels is shared: $shared', async ({ shared, keptBack }) => {
  share(...shared)
  expect(await asked()).toBe(keptBack)
})

it('asks nobody where the playbook allows it to be shown', async () => {
  share(handoffs, marketing)
  await desk.agree({ privacy: { ...privacy, personalDataInSharedChannels: true } })
  expect(await asked()).toBe(false)
  expect(slack.calls).toEqual([])
})

it.each([
  { name: 'hangs', fate: { does: 'hang' } as const },
  { name: 'breaks', fate: { does: 'refuse', error: 'internal_error' } as const },
])('says within a second that it may be, where Slack $name', async ({ fate }) => {
  slack.plan('conversations.info', fate)
  const { given, ms } = await timed(asked)
  expect(given).toBe(true)
  expect(ms).toBeLessThan(1_000)
})
