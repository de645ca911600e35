import { startSandbox, type Sandbox } from '../../../src/sandbox/sandbox.ts'
import { chance } from '../../support/chance.ts'
import { killed, startBot, type Bot } from '../../support/bot-process.ts'
import { leads } from '../../support/people.ts'
import { sendLeads } from '../../support/send-leads.ts'
import { overHttp } from '../over-http.ts'
import { clickerOf, type Clicker } from './clicker.ts'
import { addCrowd } from '../crowd.ts'
import { playRound, type Round } from './round.ts'

export interface Race {
  database: Record<string, string>
  processes: number
  rounds: number
  people: number
  seed: number
  /** How long to wait until everybody was told; a naive bot may never tell. */
  patienceSeconds?: number
  hooks?: string[]
  report: (line: string) => void
}

export interface Raced {
  rounds: Round[]
  /** How long the slowest click or modal waited for its answer. */
  slowestMs: number
}

/** One in so many rounds has rejections among the clicks. */
const mixedOneIn = 5
const batch = 100

/** Round after round of one card that everybody wants at once; the processes are killed afterwards. */
export async function race({
  database,
  processes,
  rounds,
  people,
  seed,
  patienceSeconds = 20,
  hooks,
  report,
}: Race): Promise<Raced> {
  const slack = await startSandbox({ postsPerSecond: 1000 })
  const settings = { ...database, ...overHttp(slack) }
  const bots: Bot[] = []
  try {
    for (let number = 0; number < processes; number++) bots.push(await startBot(slack, settings, hooks))
    let slowestMs = 0
    const onAnswer = (ms: number) => void (slowestMs = Math.max(slowestMs, ms))
    const clickers = addCrowd(slack, people).flatMap((id, index) => {
      const bot = bots[index % processes]
      return bot ? [clickerOf(slack, { id, bot, onAnswer })] : []
    })
    const played = await play(slack, {
      clickers,
      rounds,
      seed,
      url: bots[0]?.intakeUrl ?? '',
      patienceSeconds,
      report,
    })
    return { rounds: played, slowestMs }
  } finally {
    await Promise.all(bots.map((bot) => killed(bot.process)))
    await slack.stop()
  }
}

async function play(
  slack: Sandbox,
  game: Pick<Race, 'rounds' | 'seed' | 'report'> & {
    clickers: Clicker[]
    url: string
    patienceSeconds: number
  },
): Promise<Round[]> {
  const random = chance(game.seed)
  const played: Round[] = []
  while (played.length < game.rounds) {
    const size = Math.min(batch, game.rounds - played.length)
    const names = Array.from({ length: size }, (_, index) => `Claim ${played.length + index}.`)
    await handOff(slack, game.url, names)
    for (const lead of names)
      played.push(
        await playRound(slack, shuffled(game.clickers, random), {
          lead,
          isMixed: random() < 1 / mixedOneIn,
          patienceSeconds: game.patienceSeconds,
        }),
      )
    game.report(`${played.length} of ${game.rounds} rounds`)
  }
  return played
}

async function handOff(slack: Sandbox, url: string, names: string[]): Promise<void> {
  const wanted = slack.messages(leads).filter(({ thread_ts: thread }) => !thread).length + names.length
  const { status } = await sendLeads(
    url,
    names.map((name) => ({ name, external_id: name, qualified: true })),
  )
  if (status !== 202) throw new Error(`the intake answered ${status}`)
  const cards = () => slack.messages(leads).filter(({ thread_ts: thread }) => !thread).length
  await slack.waitFor(() => cards() >= wanted || undefined, `${names.length} cards`)
}

/** Who is sent first, and with what, is drawn anew each round. */
function shuffled<T>(list: T[], random: () => number): T[] {
  return list
    .map((value) => ({ value, order: random() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ value }) => value)
}
