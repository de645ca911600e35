import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OpenDatabase } from '../../src/db/open.ts'
import { decide, receive } from '../../src/domain/handoff/lifecycle.ts'
import type { Transition } from '../../src/domain/handoff/transition.ts'
import type { LoggedEvent } from '../../src/ports/event-log.ts'
import { engines } from '../support/database.ts'
import { aReceivedLead, at, website } from '../support/leads.ts'

const received = (id: string, time = '09:00'): Transition =>
  receive(id, aReceivedLead({ externalId: id }), { by: website, at: at(time) })

/** The same lead, with something new about it. */
function updated({ after }: Transition, time: string): Transition {
  const lead = {
    ...aReceivedLead({ externalId: after.externalId ?? '' }),
    details: { ...after.details, title: time },
  }
  const outcome = decide(after, { type: 'update', lead }, { by: website, at: at(time) })
  if (!outcome.ok) throw new Error(outcome.refusal.kind)
  return outcome.value
}

const inWords = ({ position, event: { leadId, version } }: LoggedEvent) => `${position} ${leadId} v${version}`

describe.each(engines)('the log of all leads, on $name', (engine) => {
  let database: OpenDatabase
  beforeEach(async () => void (database = await engine.open()))
  afterEach(() => database.close())

  const save = (transition: Transition) => database.db.leads.save(transition, [])
  const after = async (position: number, limit = 100) =>
    (await database.db.events.after(position, limit)).map(inWords)

  it('numbers what was committed since it was last read, and gives each event as it is in its history', async () => {
    expect(await after(0)).toEqual([])
    await save(received('b'))
    expect(await after(0)).toEqual(['1 b v1'])
    const first = received('a')
    await save(first)
    await save(updated(first, '09:01'))
    expect(await after(1)).toEqual(['2 a v1', '3 a v2'])
    expect(await after(0)).toEqual(['1 b v1', '2 a v1', '3 a v2'])
    const events = (await database.db.events.after(1, 2)).map(({ event }) => event)
    expect(events).toEqual(await database.db.leads.history('a'))
  })

  it('gives pages of any size, all of it once', async () => {
    for (const id of ['d', 'c', 'b', 'a']) await save(received(id))
    const pages: string[] = []
    for (let last = 0; ;) {
      const page = await database.db.events.after(last, 3)
      if (page.length === 0) break
      pages.push(...page.map(inWords))
      last = page.at(-1)?.position ?? 0
    }
    expect(pages).toEqual(['1 a v1', '2 b v1', '3 c v1', '4 d v1'])
  })

  it.each([1, 2, 100])(
    'keeps a lead’s history in order, although the clock was set back: %i at a time',
    async (limit) => {
      const first = received('a', '09:30')
      const second = updated(first, '09:10')
      const third = updated(second, '09:20')
      for (const transition of [first, second, third, received('b', '09:15')]) await save(transition)
      const all: LoggedEvent[] = []
      for (let page = await database.db.events.after(0, limit); page.length > 0;) {
        all.push(...page)
        page = await database.db.events.after(all.length, limit)
      }
      expect(all.map(({ position }) => position)).toEqual([1, 2, 3, 4])
      expect(all.flatMap(({ event: { leadId, version } }) => (leadId === 'a' ? version : []))).toEqual([
        1, 2, 3,
      ])
    },
  )

  it('shows each event once to each of many followers, in order, while many write', async () => {
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      let last = received(`lead-${writer}`)
      await save(last)
      for (let version = 2; version <= 6; version++) {
        last = updated(last, `09:0${version}`)
        await save(last)
      }
    })
    let isOver = false
    const followers = Array.from({ length: 4 }, async (_, follower) => {
      const seen: LoggedEvent[] = []
      for (;;) {
        const wasOver = isOver
        const page = await database.db.events.after(seen.at(-1)?.position ?? 0, follower + 2)
        seen.push(...page)
        if (page.length === 0 && wasOver) return seen
      }
    })
    await Promise.all(writers)
    isOver = true
    const [first = [], ...others] = await Promise.all(followers)
    expect(first.map(({ position }) => position)).toEqual(Array.from({ length: 48 }, (_, index) => index + 1))
    for (const events of Map.groupBy(first, ({ event }) => event.leadId).values())
      expect(events.map(({ event }) => event.version)).toEqual([1, 2, 3, 4, 5, 6])
    for (const other of others) expect(other).toEqual(first)
  })

  it('refuses whoever has read more than there is: they followed a newer database', async () => {
    await save(received('a'))
    expect(await after(1)).toEqual([])
    await expect(after(2)).rejects.toThrow(/ends at 1, before 2: .*older backup/)
  })
})
