import { setTimeout as sleep } from 'node:timers/promises'
import type { Deps } from '../../../src/ports/deps.ts'
import {
  KeyReusedError,
  receiveLeads as store,
  type Delivery,
} from '../../../src/flows/intake/receive-leads.ts'
import type { Received } from '../../../src/flows/intake/received.ts'

export { KeyReusedError } from '../../../src/flows/intake/receive-leads.ts'

/** Waits for a database that is away, and lets whoever sends wait, too. */
export async function receiveLeads(deps: Deps, delivery: Delivery): Promise<Received[]> {
  for (;;) {
    const received = await store(deps, delivery).catch((error: unknown) => {
      if (error instanceof KeyReusedError) throw error
      return null
    })
    if (received) return received
    await sleep(100)
  }
}
