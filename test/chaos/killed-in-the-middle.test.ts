import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts'
import { killed, startBot } from '../support/bot-process.ts'
import { createDatabase } from '../support/create-database.ts'
import { leads } from '../support/people.ts'
import { sendLeads } from '../support/send-leads.ts'
import { ownFolder } from '../support/own-folder.ts'

const burst = 200

const databases = [
  { name: 'PGlite', settings: (folder: string) => Promise.resolve({ DATA_DIR: join(folder, 'data') }) },
  {
    name: 'PostgreSQL',
    settings: async () => ({ DATABASE_URL: await createDatabase(inject('postgresUrl')) }),
  },
]

describe.each(databases)('a burst of 200 leads, the bot killed in the middle, on $name', ({ settings }) => {
  it('ends with every acknowledged lead posted once', async () => {
    const folder = await ownFolder('kill')
    const slack = await startSandbox({ postsPerSecond: 1000 })
    const start = () => startBot(slack, environment)
    const environment = await settings(folder)
    let bot = await start()
    try {
      const acknowledged = new Set<number>()
      const url = () => bot.intakeUrl
      const sending = Promise.all([0, 1, 2, 3, 4].map((lane) => sendLane(lane, { url, acknowledged })))
      await slack.waitFor(
        () => (slack.messages(leads).length >= 60 ? true : undefined),
        'the burst to be half way',
      )
      await killed(bot.process)
      bot = await start()
      await sending
      expect(acknowledged.size).toBe(burst)
      await slack.waitFor(() => (posted(slack).size === burst ? true : undefined), 'every lead to be posted')
      expect(slack.messages(leads)).toHaveLength(burst)
    } finally {
      await killed(bot.process)
      await slack.stop()
    }
  })
})

/** A fifth of the burst, one lead after the other; what was not acknowledged is sent again with the same key. */
async function sendLane(
  lane: number,
  { url, acknowledged }: { url: () => string; acknowledged: Set<number> },
): Promise<void> {
  for (let number = lane; number < burst; number += 5) {
    const lead = { name: `Lead ${number}.`, external_id: `burst-${number}`, qualified: true }
    const key = { 'idempotency-key': `burst-${number}` }
    for (let tries = 0; !acknowledged.has(number); tries++) {
      if (tries > 600) throw new Error(`lead ${number} was never acknowledged`)
      const answer = await sendLeads(url(), lead, key).catch(() => null)
      if (answer?.status === 202) acknowledged.add(number)
      else await new Promise((done) => setTimeout(done, 50))
    }
  }
}

function posted(slack: Sandbox): Set<string> {
  return new Set(slack.messages(leads).flatMap(({ text }) => /Lead \d+\./.exec(text)?.[0] ?? []))
}
