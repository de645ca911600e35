import { z } from 'zod'
import { receivedSchema } from '../flows/intake/received.ts'
import type { SampleLead } from './sample-leads.ts'

/** What became of a sample lead, and what its sender was told when it was refused. */
export interface Arrival {
  sample: SampleLead
  became: SampleLead['becomes']
  leadId: string | null
  remark: string | null
}

export interface Door {
  url: string
  /** The bearer token of each source. */
  tokens: ReadonlyMap<string, string>
}

/** Sends the leads one after the other through the intake's own door, as forms and tools would. */
export async function sendLeads(door: Door, samples: SampleLead[], name = 'demo'): Promise<Arrival[]> {
  const arrivals: Arrival[] = []
  for (const [index, sample] of samples.entries()) {
    const arrival = await sendLead(door, sample, `${name}-${index}`)
    if (arrival.became !== sample.becomes) throw new Error(surprise(arrival, index))
    arrivals.push(arrival)
  }
  return arrivals
}

async function sendLead(door: Door, sample: SampleLead, key: string): Promise<Arrival> {
  const response = await fetch(new URL('/v1/leads', door.url), {
    method: 'POST',
    headers: {
      authorization: `Bearer ${door.tokens.get(sample.from) ?? ''}`,
      'content-type': 'application/json',
      'idempotency-key': key,
    },
    body: JSON.stringify(sample.lead),
  })
  const answer: unknown = await response.json()
  if (response.status === 400) return refused(sample, answer)
  if (response.status !== 202)
    throw new Error(`The intake answered ${response.status}: ${JSON.stringify(answer)}`)
  const [received] = acceptedSchema.parse(answer).leads
  return { sample, became: received.became, leadId: received.leadId, remark: null }
}

const acceptedSchema = z.looseObject({ leads: z.tuple([receivedSchema]) })
const refusedSchema = z.looseObject({
  problems: z.array(z.looseObject({ path: z.string(), remedy: z.string() })),
})

function refused(sample: SampleLead, answer: unknown): Arrival {
  const remark = refusedSchema
    .parse(answer)
    .problems.map(({ path, remedy }) => (path ? `${path}: ${remedy}` : remedy))
    .join('; ')
  return { sample, became: 'refused', leadId: null, remark }
}

function surprise({ sample, became, remark }: Arrival, index: number): string {
  const lead = `Sample lead ${index + 1} (${JSON.stringify(sample.lead)})`
  return `${lead} was to become ${sample.becomes} and became ${became}${remark ? `: ${remark}` : ''}.`
}
