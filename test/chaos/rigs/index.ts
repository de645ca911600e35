import type { Rig } from '../rig.ts'
import { kill } from './kill.ts'

/** Every rig, by the name that `npm run chaos` takes. */
export const rigs: Record<string, Rig> = {
  kill,
}
