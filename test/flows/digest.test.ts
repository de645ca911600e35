import { describe, expect, it } from 'vitest'
import { defaultPlaybook } from '../../prisma/seed.ts'
import { acceptLead } from '../../src/flows/handoff/accept-lead.ts'
import { previewDigest } from '../../src/flows/digest/preview-digest.ts'
import { rejectLead } from '../../src/flows/handoff/reject-lead.ts'
import { sendDueDigest } from '../../src/flows/digest/send-due-digest.ts'
import { engines } from '../support/database.ts'
import { handOffOne, openDesk, type Desk } from '../support/desk.ts'
import { aReceivedLead } from '../support/leads.ts'

const beforeDigest = new Date('2026-11-23T08:59:59+01:00')
const digestTime = new Date('2026-11-23T09:00:00+01:00')
const aLead = (number: number) =>
  aReceivedLead({ externalId: `W-${number}`, qualified: true, details: { email: `p${number}@example.com` } })

/** One accepted, one rejected, one open, in the week of 16 November. */
async function workAWeek(desk: Desk) {
  const [first, second] = [await handOffOne(desk, aLead(1)), await handOffOne(desk, aLead(2))]
  await handOffOne(desk, aLead(3))
  await acceptLead(desk.deps, { handoffId: first, userId: 'U0ANNA' })
  const note = 'Only reads along.'
  await rejectLead(desk.deps, {
    handoffId: second,
    userId: 'U0BEN',
    reason: 'low-intent',
    evidence: null,
    note,
  })
  await desk.shown()
}

describe.each(engines)('the digest on $name', (engine) => {
  it('counts the handoffs made in the week, this one or the last', async () => {
    await using desk = await openDesk(engine)
    await workAWeek(desk)
    const figures = await previewDigest(desk.deps, 'this')
    expect(figures).toMatchObject({ week: '2026-W47', delivered: 3, accepted: 1, rejected: 1, open: 1 })
    desk.setClock(digestTime)
    expect(await previewDigest(desk.deps, 'last')).toMatchObject({ week: '2026-W47', delivered: 3 })
    expect(await previewDigest(desk.deps, '2026-W46')).toMatchObject({ delivered: 0 })
  })

  it('is posted to marketing at its time, and once', async () => {
    await using desk = await openDesk(engine)
    await workAWeek(desk)
    desk.setClock(beforeDigest)
    expect(await sendDueDigest(desk.deps)).toBe(false)
    desk.setClock(digestTime)
    expect(await sendDueDigest(desk.deps)).toBe(true)
    expect(await sendDueDigest(desk.deps)).toBe(false)
    const week = { audience: 'marketing', week: '2026-W47' }
    expect(await desk.shown()).toMatchObject([
      { kind: 'digest', ...week },
      { kind: 'digest-details', ...week },
      { kind: 'digest-csv', ...week },
    ])
    expect(await desk.deps.db.digests.find('marketing', '2026-W47')).toMatchObject({ delivered: 3 })
  })

  it('is posted once by many instances that wake at the same moment', async () => {
    await using desk = await openDesk(engine)
    await workAWeek(desk)
    desk.setClock(digestTime)
    const sent = await Promise.all(Array.from({ length: 8 }, () => sendDueDigest(desk.deps)))
    expect(sent.filter(Boolean)).toHaveLength(1)
    const kinds = (await desk.shown()).map(({ kind }) => kind)
    expect(kinds).toEqual(['digest', 'digest-details', 'digest-csv'])
  })

  it('is made up for when nobody was running at its time', async () => {
    await using desk = await openDesk(engine)
    await workAWeek(desk)
    desk.setClock(new Date('2026-11-26T15:00:00+01:00'))
    expect(await sendDueDigest(desk.deps)).toBe(true)
  })

  it('says nothing about an empty week, unless the playbook asks for one line', async () => {
    await using desk = await openDesk(engine)
    const digest = { ...defaultPlaybook.digest, emptyWeek: 'one-line' as const }
    desk.setClock(new Date('2026-11-16T09:00:00+01:00'))
    expect(await sendDueDigest(desk.deps)).toBe(false)
    desk.setClock(digestTime)
    await desk.agree({ digest })
    expect(await sendDueDigest(desk.deps)).toBe(false)
    expect(await desk.shown()).toEqual([])
    desk.setClock(new Date('2026-11-30T09:00:00+01:00'))
    expect(await sendDueDigest(desk.deps)).toBe(true)
    expect(await desk.shown()).toEqual([{ kind: 'digest', audience: 'marketing', week: '2026-W48' }])
  })
})
