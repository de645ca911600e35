import type { Figure } from '../../support/figure.ts'
import { digestRace, type DigestRaced } from '../digests/digest-race.ts'
import { unlikeOnce } from '../digests/shown.ts'
import { hook } from '../hooks/instead.ts'
import { caught, exactly, none, type Rig, type RigOptions } from '../rig.ts'

const processes = 8
const readThenWrite = hook('digest-read-then-write.ts')

/** Every week has parts in the thread and private ones; a trend takes two weeks. */
const partsFrom: Record<string, number> = {
  digest: 0,
  'digest-details': 0,
  'digest-csv': 0,
  'digest-manager': 0,
  'digest-trend': 1,
  'digest-own': 0,
}

/** Any number of instances that wake at the same moment post one digest. */
export const digestRaceRig: Rig = {
  says: `${processes} processes that all see at once that a digest is due, one of them killed each time`,
  rounds: { full: 50, short: 8 },
  run: async (options) => [...(await raceFor(options)), await control(options)],
}

async function raceFor({ rounds, seed, report, database: open }: RigOptions): Promise<Figure[]> {
  const database = await open('PostgreSQL')
  const raced = await digestRace({ database, processes, periods: rounds, withKills: true, seed, report })
  const { shown, repeats, promised, weeks, madeAt, kills } = raced
  const expected = weeks.flatMap((week, index) =>
    Object.entries(partsFrom).flatMap(([kind, from]) => (index >= from ? [`${kind} ${week}`] : [])),
  )
  const [inSlack, inDatabase] = [unlikeOnce(shown, expected), unlikeOnce(promised, expected)]
  for (const [what, parts] of [...Object.entries(inSlack), ...Object.entries(inDatabase)])
    for (const part of parts) report(`${what}: ${part}`)
  const notOnce = [...inSlack.missing, ...inSlack.doubled].filter((part) => part.startsWith('digest '))
  const strange = shown.filter((part) => part.startsWith('something else'))
  for (const line of strange) report(line)
  return [
    { name: 'PostgreSQL: periods', value: weeks.length, atLeast: rounds },
    { name: 'PostgreSQL: kills', value: kills, atLeast: rounds },
    none('PostgreSQL: weeks without exactly one digest in the channel', new Set(notOnce).size),
    exactly('PostgreSQL: weeks written down', weeks.filter((week) => madeAt.has(week)).length, weeks.length),
    none('PostgreSQL: parts and private digests doubled', inSlack.doubled.length + inDatabase.doubled.length),
    { name: 'PostgreSQL: private digests that came again, and said so', value: repeats.length },
    none('PostgreSQL: parts and private digests lost', inSlack.missing.length + inDatabase.missing.length),
    none('PostgreSQL: posts that belong to no digest', strange.length),
  ]
}

/** The same processes, looking whether the digest is there and then writing it. */
async function control({ seed, report, database: open }: RigOptions): Promise<Figure> {
  const raced: DigestRaced = await digestRace({
    ...{ database: await open('PostgreSQL'), processes: 4, periods: 3, withKills: false, seed },
    ...{ hooks: [readThenWrite], report: () => undefined },
  })
  const { doubled } = unlikeOnce(raced.shown, [])
  report(`read-then-write: ${doubled.length} doubled`)
  return caught(
    'read-then-write posts more than one digest',
    doubled.filter((part) => part.startsWith('digest ')).length,
  )
}
