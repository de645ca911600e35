import { createHash } from 'node:crypto'
import { latestHandoff } from '../../src/domain/lead/lead.ts'
import { receiveLeads } from '../../src/flows/intake/receive-leads.ts'
import type { Received } from '../../src/flows/intake/received.ts'
import type { Deps } from '../../src/ports/deps.ts'

/** What the sender `website` posted, with the key of its request. */
export interface Posted {
  key: string
  body: {
    name: string
    email: string
    company: string
    title: string
    external_id: string
    qualified: boolean
  }
}

export function aPost(name: string, { qualified = true }: { qualified?: boolean } = {}): Posted {
  const id = name.toLowerCase().replace(' ', '-')
  const email = `${id}@example.com`
  const external = { external_id: id, qualified }
  return { key: `form-${id}`, body: { name, email, company: 'Example GmbH', title: 'VP Sales', ...external } }
}

/** Takes it in as the door for HTTP does, receipt included, and gives back its handoff; nothing where it is held. */
export async function take(deps: Deps, { key, body }: Posted, source = 'website'): Promise<string> {
  const { external_id: externalId, qualified, ...details } = body
  const bodyHash = createHash('sha256').update(JSON.stringify(body)).digest('hex')
  const [received] = await receiveLeads(deps, {
    leads: [{ source, externalId, qualified, details: { ...details, attributes: {} } }],
    receipt: { source, key, bodyHash },
  })
  return roundOf(deps, received)
}

/** The same person asks again: its new handoff. */
export async function askAgain(deps: Deps, { body }: Posted): Promise<string> {
  const { external_id: externalId, qualified, ...details } = body
  const lead = { source: 'website', externalId, qualified, details: { ...details, attributes: {} } }
  const [received] = await receiveLeads(deps, { leads: [{ ...lead, asksAgain: true }] })
  return roundOf(deps, received)
}

async function roundOf(deps: Deps, received: Received | undefined): Promise<string> {
  const lead = await deps.db.leads.find(received?.leadId ?? '')
  return (lead && latestHandoff(lead)?.id) ?? ''
}
