import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { chance } from '../../support/chance.ts'
import { guarded } from '../../support/child.ts'
import type { Figure } from '../../support/figure.ts'
import { unlikeOnce } from '../digests/shown.ts'
import { hook } from '../hooks/instead.ts'
import { caught, none, type Rig, type RigOptions } from '../rig.ts'
import { liveThrough, type TownWeeks } from '../schedule/town-weeks.ts'
import { towns, type Town } from '../schedule/towns.ts'
import type { ZoneResult, ZoneWork } from '../schedule/zone-work.ts'

const pathOf = (file: string): string => fileURLToPath(new URL(file, import.meta.url))
const inMemory = hook('digest-in-memory.ts')
/** Ten years that hold what zones have done of late, a skipped day included. */
const from = Date.UTC(2011, 5, 1)
const halves = 2
/** Both instances look every half second; what comes later than this has been slept through. */
const mostLateMs = 60_000

/** Each digest exactly once, for its week, never before its time, and at the next look. */
export const schedule: Rig = {
  says: 'the digest’s time in every zone and year, and two instances through hard weeks of some',
  rounds: { full: 10, short: 1 },
  run: async (options) => [...(await allZones(options)), ...(await someTowns(options))],
}

/** The rule alone, for every zone and so many years, in processes side by side. */
async function allZones({ rounds: years, seed, report }: RigOptions): Promise<Figure[]> {
  const zones = Intl.supportedValuesOf('timeZone')
  const until = Date.UTC(2011 + years, 5, 1)
  const parts = Array.from({ length: halves }, (_, half) =>
    zones.filter((_zone, index) => index % halves === half),
  )
  const results = await Promise.all(
    parts.map((part, half) => workApart({ zones: part, from, until, seed: seed + half * 1000 })),
  )
  const sum = (of: (result: ZoneResult) => number) => results.reduce((all, result) => all + of(result), 0)
  for (const line of results.flatMap(({ wrong, late }) => [...wrong.slice(0, 10), ...late.slice(0, 10)]))
    report(line)
  return [
    { name: 'rule: years', value: years },
    { name: 'rule: zones', value: sum((result) => result.zones), atLeast: 400 },
    { name: 'rule: digests due', value: sum(({ due }) => due) },
    { name: 'rule: looks', value: sum(({ looks }) => looks) },
    none(
      'rule: digests too early, twice or of a wrong week',
      sum(({ wrong }) => wrong.length),
    ),
    none(
      'rule: digests not at the first look at or after their time',
      sum(({ late }) => late.length),
    ),
    caught(
      'a rule that knows no changes of clocks',
      sum(({ withoutChanges }) => withoutChanges),
    ),
  ]
}

async function workApart(work: ZoneWork): Promise<ZoneResult> {
  const worker = guarded(fork(pathOf('../schedule/zone-worker.ts')))
  worker.send(work)
  const [result] = (await once(worker, 'message')) as [ZoneResult]
  return result
}

/** Real processes, side by side: they mostly wait. */
async function someTowns(options: RigOptions): Promise<Figure[]> {
  const chosen = options.isShort ? towns.slice(0, 2) : towns
  const [forgetful, ...lives] = await Promise.all([
    live(options, towns.at(-1), [inMemory]),
    ...chosen.map((town) => live(options, town)),
  ])
  const judged = lives.map((life) => judge(life, options.report))
  const sum = (of: (each: ReturnType<typeof judge>) => number) =>
    judged.reduce((all, each) => all + of(each), 0)
  return [
    { name: 'PostgreSQL, two instances: zones', value: judged.length },
    { name: 'PostgreSQL, two instances: digests due', value: sum(({ due }) => due) },
    none(
      'PostgreSQL, two instances: digests doubled',
      sum(({ doubled }) => doubled),
    ),
    none(
      'PostgreSQL, two instances: digests lost',
      sum(({ lost }) => lost),
    ),
    none(
      'PostgreSQL, two instances: digests before their time',
      sum(({ early }) => early),
    ),
    none(
      'PostgreSQL, two instances: digests slept through',
      sum(({ late }) => late),
    ),
    caught('the last digest is remembered by the process alone', judge(forgetful, () => undefined).doubled),
  ]
}

type Life = TownWeeks & { town: Town }

async function live(
  { database, seed }: RigOptions,
  town: Town | undefined,
  hooks: string[] = [],
): Promise<Life> {
  if (!town) throw new Error('there is no town')
  const random = chance(seed + towns.indexOf(town))
  const weeks = await liveThrough(town, { database: await database('PostgreSQL'), random, hooks })
  return { ...weeks, town }
}

function judge(
  { town, points, shown, promised, madeAt, possibleFrom }: Life,
  report: (line: string) => void,
) {
  const expected = points.map(({ week }) => `digest ${week}`)
  const digests = (parts: string[]) => parts.filter((part) => part.startsWith('digest '))
  const [inSlack, inDatabase] = [
    unlikeOnce(digests(shown), expected),
    unlikeOnce(digests(promised), expected),
  ]
  const strange = digests(shown).filter((part) => !expected.includes(part))
  const doubled = [...inSlack.doubled, ...inDatabase.doubled, ...strange]
  const lost = [...new Set([...inSlack.missing, ...inDatabase.missing])]
  const made = ({ week }: { week: string }) => madeAt.get(week)?.getTime() ?? Number.NaN
  const early = points.filter((point) => made(point) < point.at)
  const late = points.filter((point) => made(point) > (possibleFrom.get(point.week) ?? 0) + mostLateMs)
  for (const [what, parts] of Object.entries({ doubled, lost, early, late }))
    for (const part of parts) report(`${town.zone}: ${what}: ${typeof part === 'string' ? part : part.week}`)
  return {
    due: points.length,
    doubled: doubled.length,
    lost: lost.length,
    early: early.length,
    late: late.length,
  }
}
