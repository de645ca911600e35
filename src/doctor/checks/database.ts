import type { DatabaseView, OpenView } from '../../db/inspect.ts'
import { ok, problem, skipped, warning, type Finding } from '../finding.ts'
import type { Patient } from '../patient.ts'
import { server } from './server.ts'

const slowMs = 250

/** Does the database answer, and is it of this Baton? */
export async function database(patient: Patient): Promise<Finding[]> {
  if (patient.problems.some((sentence) => sentence.startsWith('DATABASE_URL ')))
    return [skipped('database', 'DATABASE_URL is wrong; see settings')]
  return judge(await patient.database())
}

export function judge(view: DatabaseView): Finding[] {
  switch (view.state) {
    case 'absent':
      return [absent(view)]
    case 'in-use':
      return [
        skipped(
          'database',
          `a Baton is running on ${view.folder}; stop it to look at its database, playbook and notices from here`,
        ),
      ]
    case 'away':
      return [away(view)]
    case 'open':
      return [answering(view), ...server(view), ...migrations(view)]
  }
}

function absent({ folder, isWritable }: Extract<DatabaseView, { state: 'absent' }>): Finding {
  if (isWritable) return ok('database', `PGlite, not there yet: the first start makes it in ${folder}`)
  return problem(
    'database',
    `PGlite, not there yet, and ${folder} can’t be written to`,
    'Give that folder to the user Baton runs as, or choose another DATA_DIR.',
  )
}

function away({ why }: Extract<DatabaseView, { state: 'away' }>): Finding {
  return problem(
    'database',
    `can’t be opened (${why})`,
    'Check that it runs, and DATABASE_URL or the rights of DATA_DIR.',
  )
}

function answering({ kind, version, roundTripMs }: OpenView): Finding {
  const says = `${kind} ${version} answers in ${Math.max(1, Math.round(roundTripMs))} ms`
  if (roundTripMs <= slowMs) return ok('database', says)
  return warning('database', `${says}, which is slow`, 'Put Baton and its database near to each other.')
}

const foreignTables = (names: string[]): Finding =>
  problem(
    'migrations',
    `the database holds tables that are not Baton’s (${names.slice(0, 3).join(', ')})`,
    'Create a database for Baton alone and put it into DATABASE_URL.',
  )

const noRight: Finding = problem(
  'migrations',
  'some are to come, and the role in DATABASE_URL may not create tables',
  'Give it the right: GRANT CREATE ON SCHEMA public TO the role; better, let it own the database.',
)

function migrations({ migrations: state }: OpenView): Finding[] {
  const { applied, missing, unknown, unfinished, foreign, mayCreate } = state
  if (foreign.length > 0) return [foreignTables(foreign)]
  if (missing.length > 0 && !mayCreate) return [noRight]
  const found: Finding[] = []
  if (unfinished.length > 0)
    found.push(
      problem(
        'migrations',
        `${unfinished.join(', ')} began and did not finish`,
        'Start Baton: it says whether it can go on; if not, restore the back-up.',
      ),
    )
  if (unknown.length > 0)
    found.push(
      problem(
        'migrations',
        `the database is of a later Baton: ${unknown.join(', ')} is not known here`,
        'Run the later version again, or restore the back-up made before it.',
      ),
    )
  if (missing.length > 0)
    found.push(
      warning(
        'migrations',
        `${missing.length} to come: ${missing.join(', ')}`,
        'Start Baton: it applies them.',
      ),
    )
  return found.length > 0 ? found : [ok('migrations', `all ${applied.length} are applied`)]
}
