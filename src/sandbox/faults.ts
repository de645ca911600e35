import type { Args } from './api/method.ts'

/**
 * What can go wrong with a call, on demand. `before`: it has no effect; `after`: it has one, and the answer is lost, as
 * with an empty one.
 */
export const faultKinds = [
  'rate-limit',
  'rate-limit-bare',
  'server-error',
  'html',
  'empty',
  'internal-error',
  'reset-before',
  'reset-after',
  'hang-before',
  'hang-after',
  'slow',
] as const
export type FaultKind = (typeof faultKinds)[number]

export interface Fault {
  kind: FaultKind
  /** The method it hits; every method without. */
  method?: string | undefined
  /** How often it strikes; once without. */
  times?: number
  /** Seconds of `Retry-After`, or of waiting. */
  seconds?: number | undefined
  /** What a 429 says in its `Retry-After`, word by word, instead of seconds. */
  retryAfter?: string | undefined
}

/** Says for each call which fault strikes it, if any. */
export type Choice = (method: string, args: Args) => Fault | null

export interface Faults {
  add(fault: Fault): void
  /** From now on decides about every call that no fault waits for. */
  choose(choice: Choice): void
  /** Takes back the faults of one kind, or all and the choice with them. */
  clear(kind?: FaultKind): void
  /** The faults that have not struck yet. */
  waiting(): Fault[]
  /** The fault that strikes this call, counted down. */
  next(method: string, args: Args): Fault | null
}

export function openFaults(): Faults {
  let waiting: Fault[] = []
  let chosen: Choice | null = null
  return {
    add: (fault) => void waiting.push({ times: 1, ...fault }),
    choose: (choice) => void (chosen = choice),
    clear: (kind) => {
      waiting = kind ? waiting.filter((fault) => fault.kind !== kind) : []
      if (!kind) chosen = null
    },
    waiting: () => waiting.map((fault) => ({ ...fault })),
    next: (method, args) => {
      const fault = waiting.find((candidate) => candidate.method === undefined || candidate.method === method)
      if (!fault) return chosen?.(method, args) ?? null
      fault.times = (fault.times ?? 1) - 1
      if (fault.times <= 0) waiting = waiting.filter((other) => other !== fault)
      return fault
    },
  }
}
