import { inject } from 'vitest'
import { invite } from './cast.ts'
import { createDatabase } from './create-database.ts'
import { dump } from './dump.ts'
import { aTeam, type Team } from './team.ts'
import { settled } from './wait-for-counts.ts'
import { publicly } from './who-sees-what.ts'

/** A team with somebody of every kind in it, named roles, a digest in its channel, and an eye on everything it holds. */
export interface GuardedTeam extends Team {
  /** All that is stored and all that channels show, once everything that was saved is shown. */
  everything(): Promise<{ stored: Record<string, string>; shown: string }>
}

export async function aGuardedTeam(): Promise<GuardedTeam> {
  const url = await createDatabase(inject('postgresUrl'))
  const settings = () => Promise.resolve({ DATABASE_URL: url, DATA_DIR: '' })
  const open = () => Promise.reject(new Error('only its settings are used'))
  const team = await aTeam({ engine: { name: 'PostgreSQL', open, settings } })
  await invite(team)
  await team.send({ name: 'Lead 0.', email: 'lead0@example.com', qualified: true })
  await team.card('Lead 0.')
  team.setClock(new Date('2026-11-23T09:00:00+01:00'))
  await team.baton.lookNow()
  return {
    ...team,
    everything: async () => {
      await settled(team)
      return { stored: await dump(url), shown: publicly(team) }
    },
  }
}
