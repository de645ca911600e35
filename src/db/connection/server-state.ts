import { Prisma, type PrismaClient } from '../generated/client.ts'
import { whatIsOtherwise } from './session-settings.ts'

/** What a session of Baton's can't change about its server. */
export interface ServerState {
  /** Settings that Baton relies on and that did not stay as it set them. */
  otherwise: { name: string; setting: string; wanted: string }[]
  /** A copy of another server, which takes no writes. */
  isStandby: boolean
  encoding: string
  /** Settings for which a power cut may lose or damage what was stored. */
  unsafe: string[]
  /** Settings for which the server writes the values of statements, and so leads, into its log. */
  telling: string[]
}

export async function readServerState(client: PrismaClient): Promise<ServerState> {
  const otherwise = await client.$queryRawUnsafe<ServerState['otherwise']>(whatIsOtherwise)
  const [about] = await client.$queryRaw<Omit<ServerState, 'otherwise'>[]>`
    SELECT pg_is_in_recovery() AS "isStandby", current_setting('server_encoding') AS encoding,
      array(SELECT name FROM pg_settings WHERE name IN ('fsync', 'full_page_writes') AND setting = 'off'
        ORDER BY name) AS unsafe,
      array(SELECT name FROM pg_settings WHERE ${isTelling} ORDER BY name) AS telling`
  if (!about) throw new Error('the server says nothing about itself')
  return { otherwise, ...about }
}

/** Whole values are the default of the length, which PostgreSQL 13 brought, and none that of the last one. */
const isTelling = Prisma.sql`
  coalesce(current_setting('log_parameter_max_length', true), '-1') <> '0' AND (
    name = 'log_statement' AND setting IN ('mod', 'all') OR name = 'log_min_duration_statement' AND setting <> '-1')
  OR name = 'log_parameter_max_length_on_error' AND setting <> '0'`
