import type { Rig } from '../rig.ts'
import { claimRace } from './claim-race.ts'
import { digestRaceRig } from './digest-race.ts'
import { kill } from './kill.ts'
import { sockets } from './sockets.ts'

/** Every rig, by the name that `npm run chaos` takes. */
export const rigs: Record<string, Rig> = {
  'claim-race': claimRace,
  kill,
  sockets,
  'digest-race': digestRaceRig,
}
