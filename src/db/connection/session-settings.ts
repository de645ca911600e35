/** A setting of a session, as PostgreSQL itself writes its value. */
export interface Setting {
  name: string
  value: string
  /** Only in the place of this one; any other is as good. */
  insteadOf?: string
}

/**
 * What Baton's statements and the drivers rely on. A server, a database, a role, a URL or the environment may have set it
 * otherwise, each for a good reason of its own: so every session sets it for itself. A setting that a server is too old
 * to know is left out.
 */
export const reliedOn: Setting[] = [
  // Prisma's adapters write instants without an offset, and cut it off when they read them: right in UTC alone.
  { name: 'TimeZone', value: 'UTC' },
  // The only form of an instant that the drivers read.
  { name: 'DateStyle', value: 'ISO, YMD' },
  { name: 'client_encoding', value: 'UTF8' },
  // A backslash in a literal is a backslash: in migrations, and wherever a driver writes a literal itself.
  { name: 'standard_conforming_strings', value: 'on' },
  // Prisma names the tables of `public`, and the other statements name none.
  { name: 'search_path', value: 'public' },
  // Whoever has waited for a lane, a turn or a migration must see what was written meanwhile; and writes.
  { name: 'default_transaction_isolation', value: 'read committed' },
  { name: 'default_transaction_read_only', value: 'off' },
  // Baton itself bounds what it waits for. A time-out of the server would end a migration or a digest, or the wait for a turn.
  { name: 'statement_timeout', value: '0' },
  { name: 'lock_timeout', value: '0' },
  { name: 'transaction_timeout', value: '0' },
  { name: 'idle_in_transaction_session_timeout', value: '0' },
  { name: 'idle_session_timeout', value: '0' },
  // Who is told 202 sends no second time: that a server's power fails then must lose nothing.
  { name: 'synchronous_commit', value: 'on', insteadOf: 'off' },
]

const rows = reliedOn
  .map(({ name, value, insteadOf }) => `('${name}', '${value}', ${insteadOf ? `'${insteadOf}'` : 'NULL'})`)
  .join(', ')

/** The settings that the server knows and that are otherwise, each with the wanted one. */
const otherwise = `
  FROM pg_catalog.pg_settings JOIN (VALUES ${rows}) relied(name, wanted, instead_of) USING (name)
  WHERE setting <> wanted AND (instead_of IS NULL OR setting = instead_of)`

/** Makes a session Baton's own; the time-out goes first, as the rest takes a millisecond. */
export const makeOwn = `
  SET statement_timeout = 0; SELECT pg_catalog.set_config(name, wanted, false) ${otherwise}`

/** The settings that are not as Baton made them. */
export const whatIsOtherwise = `SELECT name, setting, wanted ${otherwise} ORDER BY name`
