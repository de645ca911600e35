import type { WebClient } from '@slack/web-api'
import { allow } from '../../domain/handoff/refusal.ts'
import { listed } from '../../domain/privacy/shown-lead.ts'
import { seeTroubles } from '../../flows/delivery/see-troubles.ts'
import { myLeads } from '../../flows/look-up/my-leads.ts'
import type { Deps } from '../../ports/deps.ts'
import { homeView } from '../blocks/card/home.ts'
import { readerOf } from '../drawing/readers.ts'

/** App Home as this person may see it now; operations see what Slack refuses, too. */
export async function publishHome(deps: Deps, client: WebClient, userId: string): Promise<void> {
  const [leads, reader, person, seen] = await Promise.all([
    myLeads(deps, { userId }),
    readerOf(deps, userId),
    deps.people.find(userId),
    seeTroubles(deps, { userId }),
  ])
  const outcome = leads.ok
    ? allow({ open: listed(leads.value.open), accepted: listed(leads.value.accepted) })
    : leads
  const troubles = seen.ok ? seen.value : []
  const view = homeView({ outcome, troubles, reader, name: person.name })
  await client.views.publish({ user_id: userId, view })
}
