import { describe, expect, it } from 'vitest'
import { acceptLead } from '../../src/flows/handoff/accept-lead.ts'
import { receiveLeads } from '../../src/flows/intake/receive-leads.ts'
import { roundIdOf } from '../support/desk.ts'
import { anna, marketing } from '../support/people.ts'
import { aTeam, seen, type Team } from '../support/team.ts'
import { settled } from '../support/wait-for-counts.ts'

/** Before the first of both weeks: a digest of it that Baton thinks due when it starts would be its only one. */
const startsAt = new Date('2026-11-11T09:00:00+01:00')

/** In each of two weeks Anna answers 20 leads; then the digest of the second is posted. */
async function twoWeeks(team: Team) {
  const { deps } = team.baton
  for (const [week, monday] of [
    ['11', '2026-11-16'],
    ['18', '2026-11-23'],
  ] as const) {
    team.setClock(new Date(`2026-11-${week}T10:00:00+01:00`))
    const leads = Array.from({ length: 20 }, (_, index) => ({
      ...{ source: 'website', externalId: `L-${week}-${index}`, qualified: true },
      details: { email: `lead${index}@${week}.example`, attributes: {} },
    }))
    for (const { leadId } of await receiveLeads(deps, { leads })) {
      await acceptLead(deps, { handoffId: await roundIdOf(deps, leadId), userId: anna })
    }
    team.setClock(new Date(`${monday}T09:00:00+01:00`))
    await team.baton.lookNow()
    // A clock that jumps while something is sent makes its sender look dead.
    await settled(team)
  }
  const posts = () => team.slack.messages(marketing).filter((m) => m.thread_ts === undefined)
  const digest = await team.slack.waitFor(() => posts()[1], 'the second digest')
  const [, ...thread] = team.slack.thread(marketing, digest.ts)
  return thread
}

const trendText =
  'Answered and accepted, week by week. 2026-W46: answered 100%, accepted 100%. 2026-W47: answered 100%, accepted 100%.'

describe('the thread of a digest', () => {
  it('has the details, the trend as a chart, and the figures as a file', async () => {
    await using team = await aTeam({ startsAt })
    const [details, trend, file, ...others] = await twoWeeks(team)
    expect(others).toEqual([])
    expect(seen(details ?? {})).toContain('Source website')
    expect(trend?.blocks?.map(({ type }) => type)).toContain('data_visualization')
    expect(trend?.text).toBe(trendText)
    const url = file?.files?.[0]?.url_private ?? ''
    expect(await (await fetch(url)).text()).toContain('2026-W47,acceptance,source,website,20,20,20,1,')
  })

  it('has the trend as a picture that says what it shows, where Slack draws no charts', async () => {
    await using team = await aTeam({ startsAt, workspace: { unknownBlocks: ['data_visualization'] } })
    const [, trend, file] = await twoWeeks(team)
    expect(trend?.files).toMatchObject([
      { name: 'digest-2026-W47.png', mimetype: 'image/png', alt_txt: trendText },
    ])
    expect(file?.files?.[0]?.name).toBe('digest-2026-W47.csv')
  })

  it('has its file once, even when Slack’s answer to it was lost', async () => {
    await using team = await aTeam({ startsAt, settleSeconds: 1 })
    team.slack.faults.add({ kind: 'hang-after', method: 'files.completeUploadExternal', seconds: 3 })
    const thread = await twoWeeks(team)
    const names = thread.flatMap(({ files = [] }) => files.map(({ name }) => name))
    expect(names).toEqual(['digest-2026-W47.csv'])
  })

  it('is without a file where Baton may not share any, and the channel goes on', async () => {
    const scopes = [
      'chat:write',
      'commands',
      'users:read',
      'usergroups:read',
      'channels:history',
      'channels:read',
    ]
    await using team = await aTeam({ startsAt, workspace: { scopes } })
    const [details, trend, ...others] = await twoWeeks(team)
    expect([details?.files, trend?.files, others]).toEqual([undefined, undefined, []])
    expect(await team.baton.outbox.counts()).toEqual({ waiting: 0, failed: 0 })
  })
})
