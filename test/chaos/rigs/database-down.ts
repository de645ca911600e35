import { setTimeout as sleep } from 'node:timers/promises'
import { startSandbox } from '../../../src/sandbox/sandbox.ts'
import { killed, startBot } from '../../support/bot-process.ts'
import { watchBareAnswers, type BareAnswers } from '../../support/bare-answers.ts'
import { hasEnded } from '../../support/child.ts'
import { createDatabase } from '../../support/create-database.ts'
import type { Figure } from '../../support/figure.ts'
import { leads } from '../../support/people.ts'
import { startServer } from '../../support/postgres-server.ts'
import { complaints } from '../complaints.ts'
import { addCrowd } from '../crowd.ts'
import { day } from '../day.ts'
import { hook } from '../hooks/instead.ts'
import { judgeDeeds, leadOf } from '../judge-deeds.ts'
import { outage, outages, type Outage } from '../outage.ts'
import { caught, none, type Rig, type RigOptions } from '../rig.ts'
import { sendUntil, type Sent } from '../senders.ts'
import { drained, storedEvents } from '../stored.ts'

const awayMs = 4_000
/** After so long the intake has said that it can't store a lead (docs/operations.md). */
const promisedMs = 1_000
/** On an idle machine the slowest answers take 200 to 350 ms, ten bare ones: what one of those loses, it loses ten times. */
const worth = 10

/** Takes a real PostgreSQL away under load: stopped, killed, and standing still. */
export const databaseDown: Rig = {
  says: 'PostgreSQL away for 4 s under load: the intake says so at once, and is back at once',
  rounds: { full: 3, short: 1 },
  run: async (options) => {
    const kinds = Array.from({ length: options.rounds }, (_, round) => outages[round % outages.length])
    const [real, naive] = await Promise.all([
      scene(
        options,
        kinds.filter((kind) => kind !== undefined),
        [],
      ),
      scene(options, ['stopped'], [hook('early-answer.ts')]),
    ])
    const patient = await scene(options, ['stopped'], [hook('late-answer.ts')])
    const breaches = [...real.lost, ...real.doubled, ...real.silent]
    if (breaches.length > 0) [...breaches, ...real.log].forEach(options.report)
    for (const line of real.windows.flatMap(({ kind, slow }) => (kind === 'hanging' ? [] : slow)))
      options.report(line)
    return [
      ...real.windows.flatMap(figuresOf),
      none('answers that were neither 202 nor 503', real.others),
      none('acknowledged and lost', real.lost.length),
      none('posted or done twice', real.doubled.length),
      none('clicks with neither effect nor a word', real.silent.length),
      none('ends of the process', real.ended),
      caught('an intake that answers before it has stored', naive.lost.length),
      caught('an intake that waits for the database: slower than promised', slowOf(patient)),
    ]
  },
}

const slowOf = ({ windows }: { windows: Window[] }): number => windows.flatMap(({ slow }) => slow).length

/** One outage, and the requests that were made in it. */
interface Window {
  kind: Outage
  refused: number
  /** Without what the machine took, as the next one. */
  slowestMs: number
  backAfterMs: number
  /** What a bare server's slowest answer lost. */
  lostMs: number
  /** What was slower than promised, for the report. */
  slow: string[]
}

function figuresOf({ kind, refused, slowestMs, backAfterMs, lostMs }: Window): Figure[] {
  const bare = { name: `${kind}: what a bare server’s slowest answer lost meanwhile, ms`, value: lostMs }
  const back = {
    name: `${kind}: back after, without what the machine took, ms`,
    value: backAfterMs,
    atMost: 2_000,
  }
  const beyond = `${kind}: slowest answer, without what the machine took, ms`
  // A server that stands still keeps what it was given; only whoever waits for a connection is told after 5 s.
  if (kind === 'hanging') return [{ name: beyond, value: slowestMs, atMost: 8_000 }, back, bare]
  const slowest = { name: beyond, value: slowestMs, atMost: promisedMs }
  return [{ name: `${kind}: requests answered 503`, value: refused, atLeast: 10 }, slowest, back, bare]
}

async function scene({ seed, report }: RigOptions, kinds: Outage[], hooks: string[]) {
  const server = await startServer()
  const slack = await startSandbox({ postsPerSecond: 1000 })
  const database = { DATABASE_URL: await createDatabase(server.url) }
  const bot = await startBot(slack, { ...database, SLACK_POSTS_PER_SECOND: '1000' }, hooks)
  await using bare = await watchBareAnswers()
  try {
    let isOver = false
    const times: { kind: Outage; from: number; back: number }[] = []
    const sending = sendUntil({ count: 3, intakeUrl: bot.intakeUrl, isOver: () => isOver })
    const setting = { slack, crowd: addCrowd(slack, 3), seed, intakeUrl: () => bot.intakeUrl, patience: 10 }
    const deeds = await day(setting, async () => {
      await sleep(1_500)
      for (const kind of kinds) {
        const from = performance.now()
        times.push({ kind, from, back: await outage(server, kind, awayMs) })
        await sleep(2_500)
      }
    })
    isOver = true
    const sent = await sending
    await drained(database).catch((error: unknown) => {
      complaints(bot.log()).forEach(report)
      throw error
    })
    const ended = hasEnded(bot.process) ? 1 : 0
    await killed(bot.process)
    const [messages, events] = [slack.messages(leads), await storedEvents(database)]
    const cards = messages.filter(({ thread_ts: above }) => above === undefined).map(leadOf)
    const received = new Set(events.map(({ name }) => name))
    const isLost = ({ status, name }: Sent) => status === 202 && !(received.has(name) && cards.includes(name))
    const judged = judgeDeeds(deeds, { events, messages, sorryIsEnough: true })
    return {
      windows: times.map((time) => windowOf(time, sent, bare)),
      others: sent.filter(({ status }) => status !== 202 && status !== 503).length,
      lost: sent.filter(isLost).map(({ name }) => `${name} (intake)`),
      doubled: [...cards.filter((name, index) => cards.indexOf(name) !== index), ...judged.doubled],
      silent: judged.lost,
      ended,
      log: complaints(bot.log()),
    }
  } finally {
    await killed(bot.process)
    await slack.stop()
    await server.stop()
  }
}

/** A request that was under way when the database went is judged by how long it took from then. */
function windowOf(
  { kind, from, back }: { kind: Outage; from: number; back: number },
  sent: Sent[],
  bare: BareAnswers,
): Window {
  const beyond = (begin: number, end: number) => end - begin - worth * bare.lostMs(begin, end)
  const during = sent
    .map((one) => ({ ...one, end: one.at + one.ms }))
    .filter(({ at, end }) => end > from && at < back)
    .map((one) => ({ ...one, waited: beyond(Math.max(one.at, from), one.end) }))
  const refused = during.filter(({ status }) => status === 503)
  const taken = sent.filter(({ status, at, ms }) => status === 202 && at + ms > back)
  return {
    kind,
    refused: refused.length,
    slowestMs: Math.max(0, ...during.map(({ waited }) => waited)),
    backAfterMs: Math.min(...taken.map(({ at, ms }) => Math.max(0, beyond(back, at + ms)))),
    lostMs: bare.lostMs(from, back),
    slow: during
      .filter(({ waited }) => waited > promisedMs)
      .map(
        ({ waited, at, status }) =>
          `${kind}: ${status} after ${Math.round(waited)} ms, sent at ${Math.round(at - from)} ms`,
      ),
  }
}
