import { z } from 'zod'
import { faultKinds, type Faults } from './faults.ts'
import type { DisconnectReason, SocketMode } from './transport/socket-mode.ts'

const reasons = [
  'warning',
  'refresh_requested',
  'link_disabled',
  'too_many_websockets',
] as const satisfies readonly DisconnectReason[]

/** What the control API takes: `POST /control` with one of these as JSON. */
export const controlSchema = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('fault'),
    kind: z.enum(faultKinds),
    method: z.string().optional(),
    /** How often it strikes; until it is taken back without. */
    times: z.number().int().positive().optional(),
    /** Seconds of `Retry-After`, or of waiting. */
    seconds: z.number().positive().max(600).optional(),
    /** What a 429 says in its `Retry-After`, word by word. */
    retryAfter: z
      .string()
      .regex(/^[\x20-\x7e]{0,200}$/)
      .optional(),
  }),
  z.object({ do: z.literal('clear-faults'), kind: z.enum(faultKinds).optional() }),
  z.object({ do: z.literal('drop-sockets') }),
  z.object({ do: z.literal('disconnect'), reason: z.enum(reasons) }),
  z.object({ do: z.literal('reset') }),
  z.object({ do: z.literal('offer'), id: z.string() }),
])
export type Control = z.infer<typeof controlSchema>

interface Levers {
  faults: Faults
  sockets: SocketMode
  reset(): Promise<void>
  /** @throws Error when nothing of that name is offered */
  runOffer(id: string): Promise<void>
}

/** Pulls a lever of the workspace, from its page or from a script. */
export async function control(levers: Levers, wish: Control): Promise<void> {
  const { faults, sockets } = levers
  switch (wish.do) {
    case 'fault': {
      const { do: _, times = Infinity, ...fault } = wish
      return faults.add({ ...fault, times })
    }
    case 'clear-faults':
      return faults.clear(wish.kind)
    case 'drop-sockets':
      return sockets.drop()
    case 'disconnect':
      return sockets.disconnect(wish.reason)
    case 'reset':
      return levers.reset()
    case 'offer':
      return levers.runOffer(wish.id)
  }
}
