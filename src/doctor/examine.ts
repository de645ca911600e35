import { checks, type Check } from './checks.ts'
import { problem, type Finding } from './finding.ts'
import type { Patient } from './patient.ts'

export { meet } from './patient.ts'

/** The longest that one check may take; opening a PGlite takes some seconds. */
const usualLimitMs = 30_000

/** Runs every check at once, and gives what they found in their order. One that fails stops no other. */
export async function* examine(
  patient: Patient,
  { all = checks, limitMs = usualLimitMs }: { all?: Check[]; limitMs?: number } = {},
): AsyncGenerator<Finding[]> {
  const running = all.map((check) => within(limitMs, check, patient))
  for (const findings of running) yield await findings
}

async function within(limitMs: number, { name, look }: Check, patient: Patient): Promise<Finding[]> {
  const late = Promise.withResolvers<Finding[]>()
  const timer = setTimeout(() => late.resolve([noAnswer(name, limitMs)]), limitMs)
  try {
    return await Promise.race([look(patient), late.promise])
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return [
      problem(
        name,
        `could not be looked at (${why})`,
        'Mend what it names; the other lines stand for themselves.',
      ),
    ]
  } finally {
    clearTimeout(timer)
  }
}

const noAnswer = (name: string, limitMs: number): Finding =>
  problem(
    name,
    `no answer within ${limitMs / 1000} s`,
    'Run the doctor again; if it stays so, look at the network.',
  )
