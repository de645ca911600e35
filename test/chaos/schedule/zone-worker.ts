import { workZones, type ZoneWork } from './zone-work.ts'

/** A process of its own: it takes its part of the zones as a message and answers with what it found. */
process.once('message', (work: ZoneWork) => {
  process.send?.(workZones(work), () => process.disconnect())
})
