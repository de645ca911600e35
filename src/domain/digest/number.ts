import { notOfQuality, type ReasonFamily } from '../handoff/reasons.ts'
import { wilson, type Rate } from '../statistics/wilson.ts'
import { parseTarget, targetId } from '../ledger/entry.ts'
import type { CohortFilter } from './cohort.ts'
import type { SliceKind } from './slice-kind.ts'
import type { DigestNumbers, Slice } from './figures.ts'

export const rateNames = ['coverage', 'acceptance', 'quality', 'strict', 'clock-kept'] as const
export type RateName = (typeof rateNames)[number]

/** One number of a digest that somebody may ask about: a rate, the share of a reason, the acceptance of a slice. */
export type DigestNumber = { name: RateName } | { name: 'reason' | SliceKind; key: string }

/** Which handoffs of a cohort stand behind a number: those of its n. */
export interface Behind {
  statuses: ('open' | 'accepted' | 'rejected' | 'expired')[]
  /** Leaves out open ones whose clock still runs. */
  dueOnly: boolean
  /** Only what was rejected for this reason. */
  reason?: string
  /** Without what was rejected for a reason of this family. */
  withoutFamily?: ReasonFamily
  slice: CohortFilter
}

const due = { statuses: ['open', 'accepted', 'rejected', 'expired'], dueOnly: true, slice: {} } as const
const decided = { statuses: ['accepted', 'rejected'], dueOnly: false, slice: {} } as const

/** The handoffs that make up the n of a number. */
export function behind(number: DigestNumber): Behind {
  switch (number.name) {
    case 'coverage':
    case 'clock-kept':
      return { ...due, statuses: [...due.statuses] }
    case 'acceptance':
      return { ...decided, statuses: [...decided.statuses] }
    case 'quality':
      return { ...decided, statuses: [...decided.statuses], withoutFamily: notOfQuality }
    case 'strict':
      return { ...decided, statuses: [...decided.statuses, 'expired'] }
    case 'reason':
      return { ...decided, statuses: ['rejected'], reason: number.key }
    case 'source':
    case 'campaign':
    case 'persona':
    case 'tier':
      return { ...decided, statuses: [...decided.statuses], slice: { [number.name]: number.key } }
  }
}

/** The number itself, as a digest has it; `null` when this digest has no such slice or reason. */
export function rateOf(number: DigestNumber, figures: DigestNumbers): Rate | null {
  switch (number.name) {
    case 'coverage':
    case 'acceptance':
      return figures[number.name]
    case 'quality':
      return figures.qualityAcceptance
    case 'strict':
      return figures.strictAcceptance
    case 'clock-kept':
      return figures.clockKept
    case 'reason':
      return reasonRate(number.key, figures)
    case 'source':
    case 'campaign':
    case 'persona':
    case 'tier':
      return slicesNamed(number.name, figures).find(({ key }) => key === number.key)?.acceptance ?? null
  }
}

function reasonRate(code: string, { reasons, rejected }: DigestNumbers): Rate | null {
  const reason = reasons.find((known) => known.code === code)
  return reason ? wilson(reason.count, rejected) : null
}

export function slicesNamed(kind: SliceKind, figures: DigestNumbers): Slice[] {
  const { sources: source, campaigns: campaign, personas: persona, tiers: tier } = figures
  return { source, campaign, persona, tier }[kind]
}

/** `coverage`, `reason:role-fit`, `source:webinar`: a number as a button carries it. */
export const numberId = (number: DigestNumber): string =>
  'key' in number ? targetId({ by: number.name, key: number.key }) : number.name

/** The number that a button carries; `null` for anything else. */
export function parseNumber(id: string): DigestNumber | null {
  const rate = rateNames.find((name) => name === id)
  if (rate) return { name: rate }
  const { by, key } = parseTarget(id)
  return by === 'all' ? null : { name: by, key }
}
