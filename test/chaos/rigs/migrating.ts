import type { Rig } from '../rig.ts'
import { whileMigrating } from '../while-migrating.ts'

export const migrating: Rig = {
  says: 'bots are killed while they migrate, and start again',
  rounds: { full: 20, short: 4 },
  run: whileMigrating,
}
