import type { Figure } from '../../support/figure.ts'
import { caught, exactly, none, type Rig, type RigOptions } from '../rig.ts'
import { besideABot } from '../second-instance/beside-a-bot.ts'
import { runRaces } from '../second-instance/race.ts'
import { spellingsOf } from '../second-instance/spellings.ts'
import { missingRows } from '../second-instance/stored.ts'

const hook = (name: string) => `./test/chaos/second-instance/hook-${name}.ts`

/** PGlite belongs to one process: whoever comes second must be told, and must not touch anything. */
export const secondInstance: Rig = {
  says: 'a second Baton on one data folder, and four at once after a kill',
  rounds: { full: 20, short: 4 },
  run: async (options) => {
    // How fast a second one is refused is measured while no race takes the processor.
    return [...(await besideABot(options)), ...(await race(options)), ...(await controls(options))]
  },
}

async function race({ rounds, report, database }: RigOptions): Promise<Figure[]> {
  const folder = (await database('PGlite'))['DATA_DIR'] ?? ''
  const paths = await spellingsOf(folder)
  const { notOne, rows } = await runRaces(rounds, { paths, mode: 'database', report })
  return [
    exactly('races of four for a folder whose holder was killed', rounds, rounds),
    none('races that not exactly one won', notOne),
    exactly('rows acknowledged by winners', rows.length, rounds),
    none('acknowledged rows that are not in the database', await missingRows(folder, rows)),
  ]
}

async function controls({ database, report }: RigOptions): Promise<Figure[]> {
  const course = async () => spellingsOf((await database('PGlite'))['DATA_DIR'] ?? '')
  const quietly = (line: string) => report(`control, as it should be: ${line}`)
  const paths = await course()
  const open = { mode: 'database' as const, hooks: [hook('no-lock')], report: quietly }
  // Where four made one database at once, three would fail over each other's files and be no second ones.
  await runRaces(1, { ...open, paths: paths.slice(0, 1) })
  const noLock = await runRaces(1, { ...open, paths, isWrittenAgain: true })
  // Often it can't even be opened any more, and then all of it is lost.
  const lost = await missingRows(paths[0] ?? '', noLock.rows).catch(() => noLock.rows.length)
  const stale = await runRaces(10, {
    ...{ mode: 'lock', paths: await course(), hooks: [hook('stale-lock')], report: quietly },
  })
  return [
    caught('no lock: races with several winners', noLock.notOne),
    caught('no lock: acknowledged rows that are lost', lost),
    caught('a lock file that is removed when stale: races with several winners', stale.notOne),
  ]
}
