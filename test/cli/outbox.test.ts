import { inject, expect, it } from 'vitest'
import { seed } from '../../prisma/seed.ts'
import { openDatabase } from '../../src/db/open.ts'
import { receiveLeads } from '../../src/flows/intake/receive-leads.ts'
import { referenceOf } from '../../src/domain/notice/trouble.ts'
import { createDatabase } from '../support/create-database.ts'
import { aReceivedLead } from '../support/leads.ts'
import { ownFolder } from '../support/own-folder.ts'
import { baton } from './baton.ts'

const now = () => new Date('2026-11-18T08:00:00Z')
const archived = { lane: 'C0LEADS', cause: 'is_archived' }

/** A database in which three cards were refused, while whoever opened it has it still. */
async function refusedThree() {
  const url = await createDatabase(inject('postgresUrl'))
  const database = await openDatabase({ url, dataDir: '', now })
  const { db, outbox } = database
  await seed(db, now())
  const people = { find: () => Promise.reject(new Error('nobody')), holders: async () => [] }
  let ids = 0
  const deps = { db, people, now, newId: () => `id-${++ids}` }
  const leads = [1, 2, 3].map((number) =>
    aReceivedLead({
      externalId: `W-${number}`,
      qualified: true,
      details: { name: `Lead ${number}`, email: `lead${number}@example.com` },
    }),
  )
  await receiveLeads(deps, { leads })
  for (let lead = 0; lead < 3; lead++) {
    const notice = await outbox.claim({ now: now(), owner: 'test', leaseMs: 1000 })
    if (notice) await outbox.fail(notice, { error: archived.cause, at: now() })
  }
  return { url, database }
}

const outbox = async (environment: Record<string, string>, ...args: string[]) =>
  (await baton(environment, 'outbox', ...args)).said

it('lists what was refused with what to do, and sends it again beside a running Baton', async () => {
  const { url, database } = await refusedThree()
  try {
    const cli = (...args: string[]) => outbox({ DATABASE_URL: url }, ...args)
    const listed = await cli('--failed')
    expect(listed).toMatch(/refused {2}C0LEADS {2}is_archived {2}3 {2}for /)
    expect(listed).toContain(`reference ${referenceOf(archived)}`)
    expect(listed).toContain('Unarchive the channel')
    expect(await cli('send-again', '--cause', 'is_archived')).toContain('3 would be sent again. Add --yes')
    expect((await database.outbox.counts()).failed).toBe(3)
    expect(await cli('send-again', '--lane', 'C0OTHER', '--yes')).toContain('Nothing was refused for C0OTHER')
    expect(await cli('drop', '--cause', 'is_achived', '--because', 'x')).toContain('Nothing was refused for')
    const { troubles } = JSON.parse(await cli('--json')) as { troubles: { reference: string }[] }
    expect(troubles.map(({ reference }) => reference)).toEqual([referenceOf(archived)])
    expect(await cli('send-again', '--cause', 'is_archived', '--yes')).toContain('3 put back')
    expect(await database.outbox.counts()).toEqual({ waiting: 3, failed: 0 })
    expect(await cli()).toMatch(/waiting {2}C0LEADS {2}- {2}3 {2}for /)
    const drop = (...which: string[]) => cli('drop', '--waiting', ...which, '--because', 'a test')
    expect(await drop()).toContain('--waiting needs --lane')
    expect(await drop('--lane', 'C0OTHER')).toContain('Nothing waits for C0OTHER')
    expect(await drop('--lane', 'C0LEADS')).toContain('3 would be given up. Add --yes')
    expect(await drop('--lane', 'C0LEADS', '--yes')).toContain('nobody has decided, only set aside')
    expect(await cli()).toMatch(/refused {2}C0LEADS {2}set aside; dropped by .*: a test {2}3 /)
  } finally {
    await database.close()
  }
})

it('does not give up what nobody could decide then, and sends it elsewhere', async () => {
  const { url, database } = await refusedThree()
  try {
    const cli = (...args: string[]) => outbox({ DATABASE_URL: url }, ...args)
    const because = ['--because', 'the channel is gone', '--by', 'Olga', '--yes']
    expect(await cli('drop', ...because)).toContain('drop needs --lane or --cause')
    expect(await cli('drop', '--lane', 'C0LEADS', ...because)).toContain('nobody could any more')
    expect((await database.outbox.counts()).failed).toBe(3)
    const elsewhere = (to: string, ...args: string[]) => cli('send-again', '--to', to, ...args)
    expect(await elsewhere('C0NEW')).toContain('--to needs --lane')
    expect(await elsewhere('#new', '--lane', 'C0LEADS')).toContain('#new is not the id of a channel')
    expect(await elsewhere('C0NEW', '--lane', 'U0ANNA')).toContain('U0ANNA is not the id of a channel')
    expect(await elsewhere('C0NEW', '--lane', 'C0OTHER')).toContain('Nothing was refused for C0OTHER')
    expect(await elsewhere('C0NEW', '--lane', 'C0LEADS')).toContain('3 cards of leads')
    expect((await database.outbox.counts()).failed).toBe(3)
    expect(await elsewhere('C0NEW', '--lane', 'C0LEADS', '--yes')).toContain('go to C0NEW')
    expect(await cli()).toMatch(/waiting {2}C0NEW {2}- {2}3 {2}for /)
  } finally {
    await database.close()
  }
})

it('says who has the folder of a PGlite', async () => {
  const folder = await ownFolder('cli')
  const database = await openDatabase({ dataDir: folder, now })
  try {
    expect(await outbox({ DATA_DIR: folder })).toContain(
      'Another Baton is already running on the data folder',
    )
  } finally {
    await database.close()
  }
})
