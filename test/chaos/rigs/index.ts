import type { Rig } from '../rig.ts'

/** Every rig, by the name that `npm run chaos` takes. */
export const rigs: Record<string, Rig> = {}
