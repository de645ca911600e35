import type { CohortFilter } from '../../domain/digest/cohort.ts'
import type { DigestFigures } from '../../domain/digest/figures.ts'
import { behind, rateOf, type DigestNumber } from '../../domain/digest/number.ts'
import type { Persona } from '../../domain/glossary/persona.ts'
import type { LeadRound } from '../../domain/lead/lead.ts'
import { allow, refuse, type Outcome } from '../../domain/handoff/refusal.ts'
import type { Rate } from '../../domain/statistics/wilson.ts'
import { weekBounds } from '../../domain/calendar/week.ts'
import { barrierFor } from '../access/barrier.ts'
import type { Deps } from '../../ports/deps.ts'
import { figuresNow } from './preview-digest.ts'

const shown = 20

export interface Explanation {
  figures: DigestFigures
  number: DigestNumber
  /** `null` when the week has no such number any more. */
  rate: Rate | null
  /** The latest of the leads that make up its n, as they stand now. */
  leads: LeadRound[]
  /** Whose names the number may say. */
  personas: Persona[]
}

/** Why a number of a digest is what it is: the number as it was posted, or as it stands now, and the leads behind it. */
export async function explainNumber(
  deps: Deps,
  asked: { userId: string; week: string; filter: CohortFilter; number: DigestNumber },
): Promise<Outcome<Explanation>> {
  const { week, filter, number } = asked
  const barrier = await barrierFor(deps, asked.userId, 'explain-number')
  if (barrier) return refuse(barrier)
  const isWhole = Object.keys(filter).length === 0
  const posted = isWhole ? await deps.db.digests.find('marketing', week) : null
  const figures = posted ?? (await figuresNow(deps, week, filter))
  const { zone } = (await deps.db.playbooks.current()).document
  const { slice, ...which } = behind(number)
  const cohort = { ...weekBounds(week, zone), filter: { ...filter, ...slice } }
  const leads = await deps.db.leads.ofCohort({ ...cohort, ...which, now: deps.now() }, shown)
  const personas = await deps.db.personas.all()
  return allow({ figures, number, rate: rateOf(number, figures), leads, personas })
}
