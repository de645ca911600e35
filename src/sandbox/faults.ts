/** What can go wrong with a call, on demand. `before`: it has no effect; `after`: it has one, and the answer is lost. */
export const faultKinds = [
  'rate-limit',
  'server-error',
  'html',
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
  method?: string
  /** How often it strikes; once without. */
  times?: number
  /** Seconds of `Retry-After`, or of waiting. */
  seconds?: number
}

export interface Faults {
  add(fault: Fault): void
  /** Takes back the faults of one kind, or all. */
  clear(kind?: FaultKind): void
  /** The faults that have not struck yet. */
  waiting(): Fault[]
  /** The fault that strikes this call, counted down. */
  next(method: string): Fault | null
}

export function openFaults(): Faults {
  let waiting: Fault[] = []
  return {
    add: (fault) => void waiting.push({ times: 1, ...fault }),
    clear: (kind) => {
      waiting = kind ? waiting.filter((fault) => fault.kind !== kind) : []
    },
    waiting: () => waiting.map((fault) => ({ ...fault })),
    next: (method) => {
      const fault = waiting.find((candidate) => candidate.method === undefined || candidate.method === method)
      if (!fault) return null
      fault.times = (fault.times ?? 1) - 1
      if (fault.times <= 0) waiting = waiting.filter((other) => other !== fault)
      return fault
    },
  }
}
