import type { Rig } from '../rig.ts'
import { claimRace } from './claim-race.ts'
import { crashPoints } from './crash-points.ts'
import { databaseDown } from './database-down.ts'
import { digestRaceRig } from './digest-race.ts'
import { fuzz } from './fuzz.ts'
import { kill } from './kill.ts'
import { model } from './model.ts'
import { operator } from './operator.ts'
import { schedule } from './schedule.ts'
import { secondInstance } from './second-instance.ts'
import { slackFaults } from './slack-faults.ts'
import { sockets } from './sockets.ts'
import { stop } from './stop.ts'

/** Every rig, by the name that `npm run chaos` takes. */
export const rigs: Record<string, Rig> = {
  'claim-race': claimRace,
  kill,
  'crash-points': crashPoints,
  'slack-faults': slackFaults,
  sockets,
  'database-down': databaseDown,
  'second-instance': secondInstance,
  schedule,
  'digest-race': digestRaceRig,
  model,
  operator,
  fuzz,
  stop,
}

/** The order of `all`. Two that leave each other enough of two cores go side by side; the others are alone. */
export const sittings: string[][] = [
  ['claim-race'],
  ['kill', 'stop'],
  ['crash-points', 'slack-faults'],
  ['sockets', 'database-down'],
  ['second-instance'],
  ['fuzz'],
  ['schedule', 'model'],
  ['operator'],
  ['digest-race'],
]
