import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { defaultPlaybook } from '../../prisma/seed.ts'
import { readMigrations } from '../../src/db/migrations/migrations.ts'
import { evolve } from '../../src/domain/handoff/evolve.ts'
import type { Lead } from '../../src/domain/lead/lead.ts'
import { previewDigest } from '../../src/flows/digest/preview-digest.ts'
import { Operator } from '../../src/flows/access/operator.ts'
import type { Deps } from '../../src/ports/deps.ts'
import { createDatabase } from '../support/create-database.ts'
import type { Engine } from '../support/database.ts'
import { anna, marketing } from '../support/people.ts'
import { aTeam, seen, type Team } from '../support/team.ts'
import { allSchemas, fixtureFolder } from './fixtures.ts'
import { aPost } from './history-leads.ts'
import { dumpOf, restoreDump, restoreFolder } from './restore-fixture.ts'
import { held, leadsTold, toldWeek, unposted, waiting } from './tell-history.ts'

const schemas = await allSchemas()

describe.each(schemas)('the schema %s', (schema) => {
  it('has a fixture, made with the migrations as they still are', async () => {
    const [, history] = (await dumpOf(schema)).split('_prisma_migrations VALUES')
    const upTo = (await readMigrations()).filter(({ name }) => name <= schema)
    const checksums = history?.match(/(?<=')[0-9a-f]{64}(?=')/g)
    expect(checksums).toEqual(upTo.map(({ checksum }) => checksum))
  })

  it.each(['PostgreSQL', 'PGlite'])('is opened by this version on %s, and goes on', async (kind) => {
    await using place = await restored(schema, kind)
    await using team = await aTeam({ engine: place.engine, settleSeconds: 1 })
    await holdsItsHistory(team.baton.deps)
    await delivers(team)
    await answersAsBefore(team)
    expect(await afterAClick(team)).toContain(`<@${anna}>`)
  })
})

it('of the first landed version is kept as a data folder, too', () => {
  expect(existsSync(join(fixtureFolder(schemas[0] ?? ''), 'folder.tar.br'))).toBe(true)
})

interface Place extends AsyncDisposable {
  engine: Engine
}

async function restored(schema: string, kind: string): Promise<Place> {
  const open = () => Promise.reject(new Error('a bot opens it'))
  if (kind === 'PGlite') {
    const dataDir = await mkdtemp(join(tmpdir(), 'baton-upgrade-'))
    await restoreFolder(schema, dataDir)
    const settings = () => Promise.resolve({ DATA_DIR: dataDir })
    return {
      engine: { name: kind, open, settings },
      [Symbol.asyncDispose]: () => rm(dataDir, { recursive: true }),
    }
  }
  const url = await createDatabase(inject('postgresUrl'))
  await restoreDump(schema, url)
  const settings = () => Promise.resolve({ DATABASE_URL: url, DATA_DIR: '' })
  return { engine: { name: kind, open, settings }, [Symbol.asyncDispose]: () => Promise.resolve() }
}

async function holdsItsHistory(deps: Deps): Promise<void> {
  const leads = await deps.db.leads.search('', 1000)
  expect(leads).toHaveLength(leadsTold)
  expect(leads.map(({ details }) => details.name)).toEqual(
    expect.arrayContaining([held, waiting, ...unposted]),
  )
  for (const lead of leads) {
    const events = await deps.db.leads.history(lead.id)
    expect(events.reduce<Lead | null>(evolve, null)).toEqual(lead)
  }
  const { reasons, week, ...counts } = toldWeek
  const figures = await previewDigest({ ...deps, operator: new Operator() }, week)
  expect(figures).toMatchObject(counts)
  expect(await deps.db.digests.find('marketing', week)).toMatchObject(counts)
  expect(Object.fromEntries(figures.reasons.map(({ code, count }) => [code, count]))).toEqual(reasons)
  expect(await deps.db.playbooks.current()).toMatchObject({
    version: 2,
    document: { roles: defaultPlaybook.roles },
  })
  expect(
    (await deps.db.personas.all()).some(
      ({ version, aliases }) => version === 2 && aliases.includes('ops chief'),
    ),
  ).toBe(true)
}

/** What waited for Slack when the earlier version stopped. */
async function delivers({ slack, card, baton }: Team): Promise<void> {
  for (const name of unposted) await card(name)
  const digest = () => slack.messages(marketing).find(({ text }) => text.includes(toldWeek.week))
  expect(seen(await slack.waitFor(digest, 'the digest'))).toContain(
    'Übergeben 13 · angenommen 3 · abgelehnt 9',
  )
  await expect.poll(() => baton.outbox.counts()).toEqual({ waiting: 0, failed: 1 })
}

async function answersAsBefore({ send, baton }: Team): Promise<void> {
  const { key, body } = aPost('Ada Accepted')
  const [known] = await baton.deps.db.leads.search('Ada Accepted', 1)
  const answer = await send(body, { 'idempotency-key': key })
  expect(answer).toMatchObject({ status: 202 })
  expect(JSON.stringify(answer.body)).toContain(`"became":"handed-off","leadId":"${known?.id}"`)
  expect(await send({ ...body, name: 'Eve' }, { 'idempotency-key': key })).toMatchObject({ status: 409 })
  expect(await baton.deps.db.leads.search('', 1000)).toHaveLength(leadsTold)
}

/** What the card of a lead that waited says once Anna has accepted it. */
async function afterAClick({ slack, card }: Team): Promise<string> {
  const [name = ''] = unposted
  await slack.as(anna).click(await card(name), 'lead.accept')
  return seen(await card(name, (text) => !text.includes('Ablehnen')))
}
