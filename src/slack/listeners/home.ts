import type { App } from '@slack/bolt'
import type { Tools } from '../requests/tools.ts'
import { publishHome } from '../requests/publish-home.ts'

/** App Home was opened: what Baton does, what waits, and what this person has accepted, or why those are not shown. */
export function onHomeOpened(app: App, { deps }: Tools): void {
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab === 'home') await publishHome(deps, client, event.user)
  })
}
