import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { endsWithUs, gone, guarded } from './child.ts'

/** What a bare server answers meanwhile, in a process of its own. */
export interface BareAnswers extends AsyncDisposable {
  /**
   * What the slowest answer that was under way between these two moments of `performance.now()` took longer than the fastest of
   * all, in ms.
   */
  lostMs(from: number, to: number): number
}

const everyMs = 150
const addressSchema = z.object({ port: z.number() })

/**
 * The yardstick for a promise in absolute time. Whatever makes the machine slow, or this process which looks at the clock, makes a
 * bare server's answers slow, too: what the slowest of them lost is the machine's. On an idle one that is a few ms, and the
 * promise is tested as it is written. What keeps this process itself busy can't be tested so.
 */
export async function watchBareAnswers(): Promise<BareAnswers> {
  const server = guarded(fork(join(import.meta.dirname, 'bare-server.ts'), { stdio: 'inherit' }))
  endsWithUs(server)
  const [said]: unknown[] = await once(server, 'message')
  const url = `http://127.0.0.1:${addressSchema.parse(said).port}`
  const answers: Answer[] = []
  const quit = new AbortController()
  const asking = (async () => {
    while (!quit.signal.aborted) {
      // It is asked at this moment, unless this process is too busy for it: then that counts, too.
      const answer = { at: performance.now() + everyMs, end: Infinity }
      answers.push(answer)
      await sleep(everyMs)
      await (await fetch(url)).arrayBuffer()
      answer.end = performance.now()
    }
  })()
  // Loading what it needs for its first answer is no measure.
  while (answers.length < 3) await Promise.race([sleep(everyMs), asking])
  return {
    lostMs: (from, to) => lostIn(answers, { from, to, now: performance.now() }),
    [Symbol.asyncDispose]: async () => {
      quit.abort()
      await asking
      server.kill('SIGKILL')
      await gone(server)
    },
  }
}

interface Answer {
  at: number
  /** `Infinity` while it is under way. */
  end: number
}

export function lostIn(
  answers: Answer[],
  { from, to, now }: { from: number; to: number; now: number },
): number {
  const took = ({ at, end }: Answer) => Math.min(end, now) - at
  const fastest = Math.min(...answers.filter(({ end }) => end <= now).map(took))
  const under = answers.filter(({ at, end }) => at <= to && end >= from)
  return Math.max(0, ...under.map((answer) => took(answer) - fastest))
}

/** What it gave, how long it took as a whole, and how long without what a bare server's slowest answer lost meanwhile. */
export async function timed<T>(work: () => Promise<T>): Promise<{ given: T; wholeMs: number; ms: number }> {
  await using bare = await watchBareAnswers()
  const from = performance.now()
  const given = await work()
  const to = performance.now()
  const wholeMs = to - from
  return { given, wholeMs, ms: wholeMs - bare.lostMs(from, to) }
}
