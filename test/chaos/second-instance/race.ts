import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { killed } from '../../support/bot-process.ts'
import { guarded } from '../../support/child.ts'

interface Course {
  /** The folder, spelled differently for each racer. */
  paths: string[]
  mode: 'lock' | 'database'
  /** Whether all who won then write once more, at the same moment. */
  isWrittenAgain?: boolean
  /** Modules loaded before the racer. */
  hooks?: string[]
  report: (line: string) => void
}

export interface Race {
  /** Rounds in which it was not exactly one that won. */
  notOne: number
  /** The rows whose writing was acknowledged. */
  rows: string[]
}

/** Starts a racer for each path, again and again: whoever wins holds the folder until it is killed and all race anew. */
export async function runRaces(rounds: number, course: Course): Promise<Race> {
  const field = new Map<string, ChildProcess>()
  const race: Race = { notOne: 0, rows: [] }
  try {
    for (let round = 1; round <= rounds; round++) {
      await Promise.all(
        course.paths.filter((path) => !field.has(path)).map((path) => enter(field, path, course)),
      )
      const winners = await runOne(round, field, course.report)
      race.rows.push(...winners.map(([path]) => rowOf(round, path)))
      if (course.isWrittenAgain) race.rows.push(...(await writeAgain(round, winners)))
      if (winners.length !== 1) race.notOne++
      for (const [path, winner] of winners) {
        await killed(winner)
        field.delete(path)
      }
    }
    return race
  } finally {
    await Promise.all([...field.values()].map(killed))
  }
}

async function enter(
  field: Map<string, ChildProcess>,
  path: string,
  { mode, hooks = [] }: Course,
): Promise<void> {
  const execArgv = hooks.flatMap((hook) => ['--import', hook])
  const racer = guarded(fork('test/chaos/second-instance/racer.ts', [path, mode], { execArgv }))
  await once(racer, 'message')
  field.set(path, racer)
}

/** Those who won; the one who held the folder before has just been killed. */
async function runOne(
  round: number,
  field: Map<string, ChildProcess>,
  report: Course['report'],
): Promise<[string, ChildProcess][]> {
  const at = Date.now() + 40
  const outcomes = await Promise.all(
    [...field].map(async ([path, racer]) => {
      const answer = once(racer, 'message')
      racer.send({ at, row: rowOf(round, path) })
      const [outcome]: unknown[] = await answer
      return { path, racer, outcome }
    }),
  )
  const winners = outcomes.filter(({ outcome }) => outcome === 'won')
  if (winners.length !== 1)
    report(`round ${round}: ${outcomes.map(({ path, outcome }) => `${path} ${String(outcome)}`).join(', ')}`)
  return winners.map(({ path, racer }) => [path, racer])
}

/** The rows whose writing was acknowledged: a database that others write to may well end its process. */
async function writeAgain(round: number, winners: [string, ChildProcess][]): Promise<string[]> {
  const write = async ([path, racer]: [string, ChildProcess]) => {
    const [answer, end, again] = [once(racer, 'message'), once(racer, 'exit'), `${rowOf(round, path)}, again`]
    racer.send({ again })
    const [said]: unknown[] = await Promise.race([answer, end])
    return said === 'written' ? [again] : []
  }
  return (await Promise.all(winners.map(write))).flat()
}

const rowOf = (round: number, path: string): string => `round ${round}, by ${path}`
