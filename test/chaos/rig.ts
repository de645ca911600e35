import type { Figure } from '../support/figure.ts'

export type Engine = 'PostgreSQL' | 'PGlite'

/** A part of the proof that nothing is lost: breaks something on purpose, and counts what came of it. */
export interface Rig {
  /** What it does, in a sentence, for the report. */
  says: string
  /** How often it does so: for the figures of the report, and in the short form that CI runs. */
  rounds: { full: number; short: number }
  /** Judges by what the sandbox's channels show and what the database holds. Its controls are figures, too. */
  run(options: RigOptions): Promise<Figure[]>
}

export interface RigOptions {
  rounds: number
  /** Whatever looks like chance follows from it. */
  seed: number
  /** In a hurry: CI's form, which may also leave out the slower of two engines where it says so. */
  isShort: boolean
  /** A line of progress. */
  report: (line: string) => void
  /** A database of its own on the run's PostgreSQL server, or a folder for PGlite; as settings of the bot. */
  database: (engine: Engine) => Promise<Record<string, string>>
}

/** A figure that must be zero. */
export const none = (name: string, value: number): Figure => ({ name, value, atMost: 0 })

/** A figure that must be exactly so. */
export const exactly = (name: string, value: number, wanted: number): Figure => ({
  ...{ name, value },
  ...{ atLeast: wanted, atMost: wanted },
})

/** A control is caught when the rig sees at least one breach of it: a rig that can't fail proves nothing. */
export const caught = (name: string, breaches: number): Figure => ({
  name: `control, ${name}`,
  value: breaches,
  atLeast: 1,
})
