import { globSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wordsOf } from '../../architecture/rooms.ts'
import { kinds } from '../../support/cast.ts'
import { engines } from '../../support/database.ts'
import { handOffOne, openDesk, type Desk } from '../../support/desk.ts'
import { aReceivedLead } from '../../support/leads.ts'
import { functionsOfFlows, importersOfFlows } from './read-flows.ts'
import { partsOfFlows, startedByNobody, startedByPeople } from './started-by.ts'
import { castIds, peopleOf, rolesOf, watched } from './watched-deps.ts'

describe('who starts what', () => {
  const worldly = functionsOfFlows().filter(({ touchesTheWorld }) => touchesTheWorld)
  const parts = wordsOf(partsOfFlows)

  it('is said of every flow: one that has no row, or a row without a flow, is found here', () => {
    const byOthers = worldly.filter(({ isByOperator }) => !isByOperator).map(({ name }) => name)
    const rows = [...Object.keys(startedByPeople), ...Object.keys(startedByNobody), ...parts]
    expect(byOthers.toSorted()).toEqual(rows.toSorted())
    expect(worldly.length).toBeGreaterThan(rows.length + 5)
  })

  it('lets nothing but flows use what checks nothing, but for those that are named', () => {
    const usedBy = importersOfFlows().filter(({ name }) => parts.includes(name) || startedByNobody[name])
    const others = usedBy.filter(({ room, name }) => !wordsOf(startedByNobody[name]).includes(room))
    expect(others).toEqual([])
  })

  it('lets only the command line start what an operator starts, and make an operator', () => {
    const theirs = new Set(worldly.filter(({ isByOperator }) => isByOperator).map(({ name }) => name))
    const rooms = importersOfFlows().filter(({ name }) => theirs.has(name) || name === 'Operator')
    expect([...new Set(rooms.map(({ room }) => room))]).toEqual(['cli'])
  })

  it('leaves nothing for a listener to read by itself', () => {
    const files = globSync('src/slack/{listeners,requests}/*.ts')
    expect(files.length).toBeGreaterThan(20)
    expect(files.filter((file) => /\bdb\b/.test(readFileSync(file, 'utf8')))).toEqual([])
  })
})

describe.each(engines)('a flow that a person starts on $name', (engine) => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openDesk(engine)
    await desk.agree({ roles: rolesOf() })
  })
  afterAll(() => desk[Symbol.asyncDispose]())

  const rows = Object.entries(startedByPeople).map(([name, row]) => ({ name, ...row }))
  it.each(rows)('$name is for those who may, and reads nothing for others', async ({ name, may, start }) => {
    const details = { email: `${name}@example.com` }
    const lead = aReceivedLead({ externalId: name, details, qualified: true })
    const handoffId = await handOffOne(desk, lead)
    for (const [kind, userId] of castIds) {
      const { deps, touched } = watched({ ...desk.deps, people: peopleOf() })
      const outcome = await start(deps, { userId, handoffId })
      const barrier = outcome.ok || outcome.refusal.kind !== 'not-allowed' ? null : outcome.refusal.barrier
      const isAllowed = may.includes(kind)
      expect({ kind, barrier }).toEqual({ kind, barrier: isAllowed ? null : kinds[kind].told })
      expect({ kind, hasTouched: touched.length > 0 }).toEqual({ kind, hasTouched: isAllowed })
    }
  })
})
