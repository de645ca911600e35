import type { App } from '@slack/bolt'
import type { Desk } from '../people/desk.ts'
import { publishHome } from '../requests/publish-home.ts'

/** App Home was opened: what Baton does, what waits, and what this person has accepted, or why those are not shown. */
export function onHomeOpened(app: App, { deps }: Desk): void {
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab === 'home') await publishHome(deps, client, event.user)
  })
}
