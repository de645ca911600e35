import { pino } from 'pino'
import { expect, it } from 'vitest'
import { defaultPlaybook } from '../../prisma/seed.ts'
import type { Roles } from '../../src/domain/people/roles.ts'
import { tellOpenRoles } from '../../src/process/tell-open-roles.ts'
import { engines } from '../support/database.ts'
import { openDesk } from '../support/desk.ts'

const sales = { groups: ['S0SALES'], users: [] }
const closed: Roles = { sales, marketing: sales, operations: sales, managers: 'nobody' }

it.each(engines)('a start says which roles are open to anybody, on $name', async (engine) => {
  await using desk = await openDesk(engine)
  const told = async (roles: Roles) => {
    const lines: string[] = []
    await desk.agree({ roles })
    await tellOpenRoles(desk.deps.db, pino({}, { write: (line) => void lines.push(line) }))
    return lines
  }
  expect(await told(defaultPlaybook.roles)).toEqual([expect.stringMatching(/sales, marketing, operations"/)])
  expect(await told({ ...closed, operations: 'anybody' })).toEqual([expect.stringMatching(/: operations"/)])
  expect(await told(closed)).toEqual([])
})
