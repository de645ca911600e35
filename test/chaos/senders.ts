import { setTimeout as sleep } from 'node:timers/promises'
import { sendLeads } from '../support/send-leads.ts'

/** One request of a sender of leads, and what came of it. */
export interface Sent {
  name: string
  /** 0 when there was no answer at all. */
  status: number
  at: number
  ms: number
}

interface Senders {
  count: number
  intakeUrl: string
  isOver: () => boolean
}

let last = 100_000

/** Senders who each send a lead again, with its key, until it is acknowledged, and then the next. */
export async function sendUntil({ count, intakeUrl, isOver }: Senders): Promise<Sent[]> {
  const sent: Sent[] = []
  const send = async (): Promise<void> => {
    for (let name = ''; !isOver(); await sleep(60)) {
      if (name === '') name = `Lead ${++last}.`
      const at = performance.now()
      const lead = { name, external_id: name, qualified: true }
      const answer = await sendLeads(intakeUrl, lead, { 'idempotency-key': name.replace(' ', '-') }).catch(
        () => null,
      )
      sent.push({ name, status: answer?.status ?? 0, at, ms: performance.now() - at })
      if (answer?.status === 202) name = ''
    }
  }
  await Promise.all(Array.from({ length: count }, send))
  return sent
}
