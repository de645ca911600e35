import { beforeEach, afterEach, describe, expect, it } from 'vitest'
import type { OpenDatabase } from '../../../src/db/open.ts'
import { outboxLines } from '../../../src/cli/outbox-lines.ts'
import type { Notice } from '../../../src/domain/notice/notice.ts'
import type { Outbox } from '../../../src/ports/outbox.ts'
import { engines } from '../../support/database.ts'
import { at } from '../../support/leads.ts'

const now = () => at('09:00')
const crm = 'crm'

const aNotice = (id: string, lane: string, courier?: string): Notice => ({
  ...{ id, lane, content: { kind: 'ledger', entryId: id } },
  ...(courier !== undefined && { courier }),
})

describe.each(engines)('a lane of another courier, on $name', (engine) => {
  let database: OpenDatabase
  beforeEach(async () => {
    database = await engine.open(now)
    const { tell } = database.db.troubles
    await tell([aNotice('s1', 'C0LEADS'), aNotice('c1', 'contacts', crm), aNotice('c2', 'contacts', crm)])
  })
  afterEach(() => database.close())

  /** What it gets until nothing is left, each sent. */
  async function all(outbox: Outbox): Promise<string[]> {
    const ids: string[] = []
    for (;;) {
      const notice = await outbox.claim({ now: now(), owner: 'test', leaseMs: 1000 })
      if (!notice) return ids
      ids.push(notice.id)
      await outbox.sent(notice, { ts: notice.id, at: now(), freeAt: now() })
    }
  }

  it('is never claimed by Slack’s sender, and keeps its order for its own', async () => {
    expect(await all(database.outbox)).toEqual(['s1'])
    expect(await database.outbox.nextDueAt()).toBeNull()
    expect(await database.outbox.counts()).toEqual({ waiting: 0, failed: 0 })
    const theirs = database.outboxOf(crm)
    expect(await theirs.nextDueAt()).toEqual(now())
    expect(await theirs.counts()).toEqual({ waiting: 2, failed: 0 })
    await database.db.troubles.tell([aNotice('c3', 'contacts', crm)])
    expect(await all(theirs)).toEqual(['c1', 'c2', 'c3'])
    expect(await theirs.nextDueAt()).toBeNull()
  })

  it('is seen in what waits, and in what was refused', async () => {
    const queue = await database.db.troubles.queue()
    expect(queue).toContainEqual({
      ...{ state: 'waiting', lane: 'contacts', courier: crm, cause: null, count: 2, since: now() },
    })
    const lines = outboxLines({ queue, troubles: [], now: now() }).join('\n')
    expect(lines).toContain('waiting  contacts (crm)  -  2')
    expect(lines).toContain('waiting  C0LEADS  -  1')
    const theirs = database.outboxOf(crm)
    const notice = await theirs.claim({ now: now(), owner: 'test', leaseMs: 1000 })
    if (notice) await theirs.fail(notice, { error: 'gone', at: now() })
    expect(await theirs.counts()).toEqual({ waiting: 1, failed: 1 })
    expect(await database.outbox.counts()).toEqual({ waiting: 1, failed: 0 })
    expect(await database.db.troubles.all()).toMatchObject([{ lane: 'contacts', cause: 'gone' }])
  })

  it('takes nothing that is meant for another courier: it fails, and nothing of it is kept', async () => {
    const { tell } = database.db.troubles
    await expect(tell([aNotice('lost', 'contacts')])).rejects.toThrow(/null/i)
    await expect(tell([aNotice('lost', 'C0LEADS', crm)])).rejects.toThrow(/null/i)
    expect([...(await all(database.outbox)), ...(await all(database.outboxOf(crm)))]).toEqual([
      's1',
      'c1',
      'c2',
    ])
  })
})
