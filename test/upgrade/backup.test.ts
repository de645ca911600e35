import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seed } from '../../prisma/seed.ts'
import { startBaton, type Baton } from '../../src/baton.ts'
import { connect } from '../../src/db/connection/connect.ts'
import { openStores } from '../../src/db/database.ts'
import { PrismaClient } from '../../src/db/generated/client.ts'
import { openDatabase } from '../../src/db/open.ts'
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts'
import { createDatabase } from '../support/create-database.ts'
import { anna, leads } from '../support/people.ts'
import { startSystemServer, systemTools } from '../support/system-postgres.ts'
import { seen, settings as settingsIn } from '../support/team.ts'
import { documented, documentedQuestion, type } from './documented.ts'
import { aPost, take } from './history-leads.ts'
import { colleagues } from './people.ts'

const now = () => new Date()

type Settings = Record<string, string>

let folder: string
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'baton-backup-'))))
afterAll(() => rm(folder, { recursive: true }))

describe('a backup of PGlite', () => {
  it('is restored as operations.md says', async () => {
    let count = 0
    const fresh = async () => {
      const place = join(folder, `data-${++count}`)
      await mkdir(place)
      return { DATA_DIR: place }
    }
    expect(await tellStory('PGlite', null, fresh)).toEqual(wanted)
  })
})

/** Debian's server and tools: those of npm come without pg_dump. */
describe.skipIf(systemTools === null)('a backup of PostgreSQL', () => {
  let server: Awaited<ReturnType<typeof startSystemServer>>
  beforeAll(async () => void (server = await startSystemServer(systemTools ?? '')))
  afterAll(() => server?.stop())

  it('is restored as operations.md says', async () => {
    const fresh = async () => ({ DATABASE_URL: await createDatabase(server.url) })
    expect(await tellStory('PostgreSQL', systemTools, fresh)).toEqual(wanted)
  })

  it.each([
    { zone: 'UTC', minutes: 0 },
    { zone: 'Asia/Kolkata', minutes: -330 },
    { zone: 'America/Phoenix', minutes: 420 },
  ])('shows, as operations.md says, that the first version stored it in $zone', async ({ zone, minutes }) => {
    const url = await createDatabase(server.url)
    await (await openDatabase({ url, dataDir: '', now })).close()
    await seedAsTheFirstVersion(url, zone)
    const said = await type([await documentedQuestion()], {
      folder,
      bin: systemTools,
      settings: { DATABASE_URL: url },
    })
    expect(said).toBe(`${minutes} minutes\n`)
  })
})

/** Over sessions that are as the database sets them: here with no fault but their zone. */
async function seedAsTheFirstVersion(url: string, zone: string): Promise<void> {
  const settings = {
    default_transaction_read_only: 'off',
    search_path: 'public',
    datestyle: 'ISO',
    timezone: zone,
  }
  const client = await connect(url)
  for (const [name, value] of Object.entries(settings))
    await client.query(`ALTER DATABASE ${new URL(url).pathname.slice(1)} SET ${name} = '${value}'`)
  await client.end()
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: url }) })
  await seed(openStores(prisma, now), now())
  await prisma.$disconnect()
}

/** How often the card stands in the channel that was posted after the backup; left out, the last command is missed. */
const wanted = { asDocumented: 1, withoutTheLastCommand: 2 }

/** A backup between a lead that waits and its card; then Slack goes on, and the backup is what is left. */
async function tellStory(
  engine: 'PostgreSQL' | 'PGlite',
  bin: string | null,
  fresh: () => Promise<Settings>,
): Promise<typeof wanted> {
  const { backUp, restore } = await documented(engine)
  const place = join(folder, engine)
  await mkdir(place)
  const slack = await startSandbox({ postsPerSecond: 1000 })
  try {
    const first = await fresh()
    await withBot(slack, first, async ({ deps }) => {
      await take(deps, aPost('Erin Early'))
      await card(slack, 'Erin Early')
    })
    await takeInSilence(first, 'Pat Pending')
    await type(backUp, { folder: place, bin, settings: first })
    await withBot(slack, first, async () => {
      await card(slack, 'Pat Pending')
      await accept(slack, 'Erin Early')
    })

    const second = await fresh()
    await type(restore, { folder: place, bin, settings: second })
    await withBot(slack, second, async (baton) => {
      await card(slack, 'Erin Early', (text) => !text.includes(`Accepted by <@${anna}>`))
      await allShown(baton)
      await accept(slack, 'Erin Early')
      await accept(slack, 'Pat Pending')
    })

    const asDocumented = cards(slack, 'Pat Pending').length
    const third = await fresh()
    await type(restore.slice(0, -1), { folder: place, bin, settings: third })
    await withBot(slack, third, allShown)
    return { asDocumented, withoutTheLastCommand: cards(slack, 'Pat Pending').length }
  } finally {
    await slack.stop()
  }
}

async function withBot(
  slack: Sandbox,
  database: Settings,
  work: (baton: Baton) => Promise<void>,
): Promise<void> {
  // A call may take two thirds of it; on a busy machine each would be in doubt with less, and looked for.
  const config = settingsIn(slack, { DELIVERY_SETTLE_SECONDS: '5', ...database })
  const baton = await startBaton(config, { now, newId: randomUUID, log: pino({ level: 'silent' }) })
  try {
    await work(baton)
    await allShown(baton)
  } finally {
    await baton.stop()
  }
}

async function allShown({ outbox }: Baton): Promise<void> {
  await expect.poll(() => outbox.counts()).toEqual({ waiting: 0, failed: 0 })
}

/** A lead comes in while nothing is sent. */
async function takeInSilence({ DATABASE_URL: url, DATA_DIR: dataDir = '' }: Settings, name: string) {
  const { db, close } = await openDatabase({ url, dataDir, now })
  await seed(db, now())
  await take({ db, now, newId: randomUUID, people: colleagues }, aPost(name))
  await close()
}

const cards = (slack: Sandbox, name: string) =>
  slack.messages(leads).filter((message) => message.thread_ts === undefined && message.text.includes(name))

const card = (slack: Sandbox, name: string, fits: (text: string) => boolean = () => true) =>
  slack.waitFor(() => cards(slack, name).find((message) => fits(seen(message))), `a card of ${name}`)

async function accept(slack: Sandbox, name: string): Promise<void> {
  await slack.as(anna).click(await card(slack, name), 'lead.accept')
  await card(slack, name, (text) => text.includes(`Accepted by <@${anna}>`))
}
