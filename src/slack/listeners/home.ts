import type { App } from '@slack/bolt'
import { myLeads } from '../../flows/my-leads.ts'
import { homeView } from '../blocks/home.ts'
import type { Desk } from '../desk.ts'
import { privateLook } from '../look.ts'

/** App Home was opened: what Baton does, what waits, and what this person has accepted. */
export function onHomeOpened(app: App, { deps }: Desk): void {
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab !== 'home') return
    const userId = event.user
    const [leads, look, person] = await Promise.all([
      myLeads(deps, { userId }),
      privateLook(deps, userId),
      deps.people.find(userId),
    ])
    await client.views.publish({ user_id: userId, view: homeView({ ...leads, look, name: person.name }) })
  })
}
