import { sendLeads } from '../support/send-leads.ts'

export const leadName = (number: number): string => `Lead ${number}.`

/** The lead that a text is about. */
export const leadIn = (text: string): string | undefined => /Lead \d+\./.exec(text)?.[0]

interface Sending {
  from?: number
  count: number
  /** At the same time, one lead after the other in each. */
  lanes: number
  /** Where the bot takes leads at this moment; nowhere while it is dead. */
  url: () => string | null
  /** Whether it is time for this one. */
  isDue?: (number: number) => boolean
  /** Some come a second time, changed. */
  isChanged?: (number: number) => boolean
  acknowledged: Set<string>
}

/** Sends leads as a careful sender does: each with a key, and again with the same key until it is acknowledged. */
export async function deliverLeads(sending: Sending): Promise<void> {
  const { lanes } = sending
  await Promise.all(Array.from({ length: lanes }, (_, lane) => deliverLane(lane, sending)))
}

async function deliverLane(lane: number, sending: Sending): Promise<void> {
  const { from = 0, count, lanes, isDue = () => true, isChanged = () => false, acknowledged } = sending
  for (let number = from + lane; number < from + count; number += lanes) {
    while (!isDue(number)) await pause()
    await insist(`lead-${number}`, leadOf(number, 'VP Sales'), sending)
    acknowledged.add(leadName(number))
    if (isChanged(number)) await insist(`lead-${number}-changed`, leadOf(number, 'CEO'), sending)
  }
}

async function insist(key: string, lead: object, { url }: Sending): Promise<void> {
  for (;;) {
    const address = url()
    // No answer at all is what this is about: whether it was taken in is unknown, and the same key is sent again.
    const answer =
      address === null ? null : await sendLeads(address, lead, { 'idempotency-key': key }).catch(() => null)
    if (answer?.status === 202) return
    if (answer && answer.status < 500 && answer.status !== 429)
      throw new Error(`${key}: ${answer.status} ${JSON.stringify(answer.body)}`)
    await pause()
  }
}

const leadOf = (number: number, title: string) => ({
  ...{ name: leadName(number), title, email: `lead-${number}@example.com`, external_id: `chaos-${number}` },
  qualified: true,
})

const pause = () => new Promise((done) => setTimeout(done, 50))
