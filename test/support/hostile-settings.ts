/**
 * A server as no test would choose it: what it is set to is lawful, and each setting was somebody's default. Baton's
 * sessions are its own, so nothing may be seen of it; a tool of the tests must be as careful, with `connect` of src/db.
 */
const settings = {
  timezone: 'Pacific/Chatham',
  datestyle: 'German',
  intervalstyle: 'sql_standard',
  bytea_output: 'escape',
  extra_float_digits: '-15',
  client_encoding: 'LATIN1',
  standard_conforming_strings: 'off',
  transform_null_equals: 'on',
  array_nulls: 'off',
  search_path: '"$user"',
  default_transaction_isolation: 'serializable',
  default_transaction_deferrable: 'on',
  synchronous_commit: 'off',
  // Long enough to begin with on a busy machine, and too short for the slowest work of the tests.
  statement_timeout: '500ms',
  lock_timeout: '50ms',
  idle_in_transaction_session_timeout: '300ms',
  idle_session_timeout: '3s',
}

/** PostgreSQL 17 brought the one; with the other, its own tools can't restore a backup. */
const more = { transaction_timeout: '500ms', default_transaction_read_only: 'on' }

const flags = (all: Record<string, string>): string[] =>
  Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])

export const hostile = flags({ ...settings, ...more })
/** For a server of any version, and for its tools. */
export const hostileToAnyVersion = flags(settings)
