import { describe, expect, it } from 'vitest'
import { acceptLead } from '../../../src/flows/handoff/accept-lead.ts'
import { rejectLead } from '../../../src/flows/handoff/reject-lead.ts'
import { sendDueDigest } from '../../../src/flows/digest/send-due-digest.ts'
import { engines } from '../../support/database.ts'
import { handOffOne, openDesk, type Desk } from '../../support/desk.ts'
import { aReceivedLead } from '../../support/leads.ts'

const digestTime = new Date('2026-11-23T09:00:00+01:00')
let leads = 0

/** This person accepts so many leads, and rejects one more. */
async function decide(desk: Desk, userId: string, count: number) {
  for (let index = 0; index <= count; index += 1) {
    const number = (leads += 1)
    const details = { email: `p${number}@example.com` }
    const lead = aReceivedLead({ externalId: `L-${number}`, qualified: true, details })
    const handoffId = await handOffOne(desk, lead)
    const rejection = { handoffId, userId, reason: 'low-intent', evidence: null, note: null }
    if (index < count) await acceptLead(desk.deps, { handoffId, userId })
    else await rejectLead(desk.deps, rejection)
  }
  await desk.shown()
}

const privately = async (desk: Desk) => {
  await sendDueDigest(desk.deps)
  const shown = await desk.shown()
  return shown.filter(({ kind }) => kind === 'digest-own' || kind === 'digest-manager')
}

describe.each(engines)('what goes to one person alone, on $name', (engine) => {
  it('is their own figures of four weeks, from 20 decisions on', async () => {
    await using desk = await openDesk(engine, new Date('2026-10-28T09:00:00+01:00'))
    await decide(desk, 'U0ANNA', 11)
    await decide(desk, 'U0BEN', 10)
    desk.setClock(new Date('2026-11-18T09:00:00+01:00'))
    await decide(desk, 'U0ANNA', 7)
    await decide(desk, 'U0BEN', 7)
    desk.setClock(digestTime)
    const figures = {
      ...{ accepted: 18, rejected: 2, median: 0 },
      ...{ acceptance: { count: 18, of: 20 }, inTime: { count: 20, of: 20 } },
    }
    const own = await privately(desk)
    expect(own).toMatchObject([{ kind: 'digest-own', week: '2026-W47', figures }])
    expect(JSON.stringify(own)).not.toContain('U0')
  })

  it('is nothing of what they decided longer ago, or of a week they were away', async () => {
    await using desk = await openDesk(engine, new Date('2026-10-23T09:00:00+01:00'))
    await decide(desk, 'U0ANNA', 20)
    desk.setClock(new Date('2026-11-10T09:00:00+01:00'))
    await decide(desk, 'U0BEN', 20)
    desk.setClock(new Date('2026-11-18T09:00:00+01:00'))
    await decide(desk, 'U0ANNA', 7)
    desk.setClock(digestTime)
    expect(await privately(desk)).toEqual([])
  })

  it('is, for each manager who is a full member, how sales kept its side', async () => {
    await using desk = await openDesk(engine)
    const { roles } = (await desk.deps.db.playbooks.current()).document
    const managers = { groups: ['S0MARKETING'], users: ['U0ANNA', 'U0GUEST', 'U0ANNA'] }
    await desk.agree({ roles: { ...roles, sales: { groups: ['S0SALES'], users: [] }, managers } })
    await decide(desk, 'U0BEN', 2)
    desk.setClock(digestTime)
    await sendDueDigest(desk.deps)
    const lanes: string[] = []
    for (;;) {
      const claim = { now: desk.deps.now(), owner: 'test', leaseMs: 1000 }
      const notice = await desk.outbox.claim(claim)
      if (!notice) break
      if (notice.content.kind === 'digest-manager') lanes.push(notice.lane)
      await desk.outbox.sent(notice, { ts: '1', at: claim.now, freeAt: claim.now })
    }
    expect(lanes).toEqual(['U0ANNA', 'U0CARLA'])
  })

  it('is nothing where the week has no digest', async () => {
    await using desk = await openDesk(engine)
    const { roles } = (await desk.deps.db.playbooks.current()).document
    await desk.agree({ roles: { ...roles, managers: { groups: [], users: ['U0ANNA'] } } })
    desk.setClock(digestTime)
    expect(await privately(desk)).toEqual([])
  })
})
