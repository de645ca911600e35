import type { OpenView } from '../../db/inspect.ts'
import type { ServerState } from '../../db/connection/server-state.ts'
import { problem, warning, type Finding } from '../finding.ts'

/** What Baton can't set for itself, and nobody sees until it is too late. Without a word where all is well. */
export function server({ kind, server: state }: OpenView): Finding[] {
  const settings = state.otherwise.length > 0 ? [notKept(state)] : []
  // PGlite's own are known: it says itself that it does not sync, and has no log.
  if (kind === 'PGlite') return settings
  return [
    ...settings,
    ...(state.isStandby ? [standby] : []),
    ...(state.encoding === 'UTF8' ? [] : [wrongEncoding(state.encoding)]),
    ...state.unsafe.map(notSafe),
    ...(state.telling.length > 0 ? [inTheLog(state.telling)] : []),
  ]
}

function notKept({ otherwise }: ServerState): Finding {
  const each = otherwise.map(({ name, setting, wanted }) => `${name} is ${setting} and not ${wanted}`)
  return problem(
    'database',
    `does not keep what Baton sets for its sessions: ${each.join('; ')}`,
    'A pooler between them gives each transaction another session: let DATABASE_URL lead to the server itself or to a ' +
      "pool of sessions; or set each for the database: ALTER DATABASE … SET timezone = 'UTC'.",
  )
}

const standby: Finding = problem(
  'database',
  'is a standby, which takes no writes: no lead can be stored',
  'Put the address of the primary server into DATABASE_URL.',
)

const wrongEncoding = (encoding: string): Finding =>
  problem(
    'database',
    `is in ${encoding}, which can’t hold every name`,
    "Restore a backup into a new one: CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0.",
  )

const notSafe = (name: string): Finding =>
  warning(
    'database',
    `${name} is off: a power cut may lose or damage what was stored`,
    `Set ${name} = on in the server’s postgresql.conf, and reload it.`,
  )

const inTheLog = (names: string[]): Finding =>
  warning(
    'database',
    `the server writes what leads say into its own log (${names.join(', ')})`,
    'As a superuser, for that database: ALTER DATABASE … SET log_parameter_max_length = 0, and the same for ' +
      'log_parameter_max_length_on_error.',
  )
