import type { WebClient } from '@slack/web-api'
import { barrierFor } from '../../flows/access/barrier.ts'
import { myLeads } from '../../flows/look-up/my-leads.ts'
import type { Deps } from '../../ports/deps.ts'
import { homeView } from '../blocks/card/home.ts'
import { privateLook } from '../drawing/look.ts'

/** App Home as this person may see it now; operations see what Slack refuses, too. */
export async function publishHome(deps: Deps, client: WebClient, userId: string): Promise<void> {
  const [outcome, look, person, barrier] = await Promise.all([
    myLeads(deps, { userId }),
    privateLook(deps, userId),
    deps.people.find(userId),
    barrierFor(deps, userId, 'send-again'),
  ])
  const troubles = barrier ? [] : await deps.db.troubles.all()
  const view = homeView({ outcome, troubles, look, name: person.name })
  await client.views.publish({ user_id: userId, view })
}
