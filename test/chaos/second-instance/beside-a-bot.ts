import { spawn, type ChildProcess } from 'node:child_process'
import { cp, writeFile } from 'node:fs/promises'
import { startSandbox, type Sandbox } from '../../../src/sandbox/sandbox.ts'
import { killed, spawnBot, startBot, type Bot } from '../../support/bot-process.ts'
import { guarded } from '../../support/child.ts'
import type { Figure } from '../../support/figure.ts'
import { leads } from '../../support/people.ts'
import { sendLeads } from '../../support/send-leads.ts'
import { exactly, none, type RigOptions } from '../rig.ts'
import { attempt, isRefused, type Attempt } from './attempt.ts'
import { changedFiles, folderState } from './folder-state.ts'
import { runRaces } from './race.ts'
import { spellingsOf } from './spellings.ts'
import { query } from './stored.ts'

const whenOpening = './test/chaos/second-instance/hook-when-opening.ts'
/** Every command that opens the data folder; three of them write. */
const commandsWith = (file: string): string[][] => [
  ['digest'],
  ['outbox'],
  ['playbook', 'export'],
  ['restored'],
  ['playbook', 'import', file],
  ['import', file, '--map', file],
]

/** One bot runs; others knock by each spelling of its folder, and the command line, too; then it is killed. */
export async function besideABot({ database, report }: RigOptions): Promise<Figure[]> {
  const slack = await startSandbox({ postsPerSecond: 100 })
  const folder = (await database('PGlite'))['DATA_DIR'] ?? ''
  const paths = await spellingsOf(folder)
  const bots: ChildProcess[] = []
  const start = async (): Promise<Bot> => {
    const bot = await startBot(slack, { DATA_DIR: folder })
    bots.push(bot.process)
    return bot
  }
  try {
    const first = await start()
    await handOver(slack, first, 'before')
    const { attempts, changed, copied } = await whileItStands(first, { slack, paths, folder, report })
    await handOver(slack, first, 'beside')
    await killed(first.process)
    const next = await start()
    await handOver(slack, next, 'after')
    await killed(next.process)
    const [count] = await query<{ n: number }>(folder, 'SELECT count(*)::int AS n FROM "Lead"')
    return [
      ...refusals(attempts, report),
      none('files that those refused changed', changed),
      exactly('copy of the folder: opened beside it', copied, 1),
      exactly('leads handed over before, beside and after', slack.messages(leads).length, 3),
      exactly('leads stored', count?.n ?? 0, 3),
    ]
  } finally {
    await Promise.all(bots.map(killed))
    await slack.stop()
  }
}

interface Standing {
  slack: Sandbox
  paths: string[]
  folder: string
  report: RigOptions['report']
}

/** The first one is stopped meanwhile, so that whatever changes in its folder is the others' doing. */
async function whileItStands({ process: first }: Bot, { slack, paths, folder, report }: Standing) {
  first.kill('SIGSTOP')
  try {
    const before = await folderState(folder)
    const attempts: Attempt[] = []
    for (const path of paths)
      attempts.push(await attempt(() => spawnBot(slack, { DATA_DIR: path }, [whenOpening])))
    const file = `${folder}.yaml`
    await writeFile(file, 'source: trade-fair\ncolumns:\n  Name: name\n')
    for (const command of commandsWith(file)) attempts.push(await attempt(() => runCommand(command, folder)))
    const changed = changedFiles(before, await folderState(folder))
    if (changed.length > 0) report(`changed by those refused: ${changed.join(', ')}`)
    await cp(folder, `${folder}-copy`, { recursive: true })
    const copy = await runRaces(1, { paths: [`${folder}-copy`], mode: 'database', report })
    return { attempts, changed: changed.length, copied: copy.rows.length }
  } finally {
    first.kill('SIGCONT')
  }
}

function runCommand(command: string[], folder: string): ChildProcess {
  const args = ['--import', whenOpening, 'src/cli/main.ts', ...command]
  return guarded(
    spawn(process.execPath, args, {
      env: { PATH: process.env['PATH'], DATA_DIR: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  )
}

function refusals(attempts: Attempt[], report: RigOptions['report']): Figure[] {
  const wrong = attempts.filter((each) => !isRefused(each))
  for (const { code, said } of wrong) report(`not refused as it should be (exit code ${code}): ${said}`)
  return [
    exactly('second ones, by four spellings and six commands', attempts.length, 10),
    none('not refused with the sentence and exit code 1', wrong.length),
    {
      name: 'longest time from the first touch of the folder to the end of the process, without what the machine took, ms',
      value: Math.max(...attempts.map(({ openingMs }) => openingMs)),
      atMost: 1000,
    },
    {
      name: 'longest time of such a process as a whole, ms',
      value: Math.max(...attempts.map(({ wholeMs }) => wholeMs)),
    },
  ]
}

/** A lead goes in and its card comes out. */
async function handOver(slack: Sandbox, { intakeUrl }: Bot, when: string): Promise<void> {
  await sendLeads(intakeUrl, {
    external_id: when,
    name: `Lead ${when}`,
    email: `${when}@example.com`,
    qualified: true,
  })
  const card = () => slack.messages(leads).find(({ text }) => text.includes(`Lead ${when}`))
  await slack.waitFor(card, `the card of the lead ${when}`)
}
