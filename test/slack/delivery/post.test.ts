import { WebAPIRateLimitedError } from '@slack/web-api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { postingClient } from '../../../src/slack/connection/clients.ts'
import { defaultPlaybook } from '../../../prisma/seed.ts'
import { post } from '../../../src/slack/delivery/post.ts'
import { scriptedSlack } from '../scripted-slack.ts'

describe('a picture, where Slack does not know the blocks it stands for', () => {
  let slack: Awaited<ReturnType<typeof scriptedSlack>>
  beforeEach(async () => void (slack = await scriptedSlack()))
  afterEach(() => slack.stop())

  const postWith = (failure: Error, attempts: number) => {
    slack.plan('chat.postMessage', { does: 'refuse', error: 'invalid_blocks' })
    const client = postingClient({ botToken: 'xoxb-test', apiUrl: slack.apiUrl }, 300)
    const look = { ...place, playbook: defaultPlaybook, personalData: true }
    const rendering = {
      ...({ do: 'post', channel: 'C0MARKETING', threadTs: '1.1', message, reader: look } as const),
      instead: { name: 'a.png', draw: () => Promise.reject(failure) },
    }
    return post('n-1', rendering, { client, deadline: performance.now() + 3_000, attempts })
  }

  it('is drawn again, and given up in the end, so that the channel goes on', async () => {
    const bug = new TypeError('no font')
    expect(await postWith(bug, 9)).toMatchObject({ kind: 'later' })
    expect(await postWith(bug, 10)).toMatchObject({
      kind: 'never',
      error: expect.stringContaining("can't be drawn: ") as string,
    })
  })

  it('waits when it was Slack that kept it from being drawn', async () => {
    expect(await postWith(new WebAPIRateLimitedError(7), 10)).toMatchObject({ kind: 'later', seconds: 7 })
  })
})

const message = { text: 'a trend', blocks: [] }
const place = { language: 'en', zone: 'Europe/Berlin' } as const
