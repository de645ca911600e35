import { seen } from '../team.ts'
import { byCommand } from './by-command.ts'
import { everyRole, type Deed } from './deed.ts'
import { onCards } from './on-cards.ts'
import { onDigests } from './on-digests.ts'
import { onTroubles } from './on-troubles.ts'

const readHome: Deed = {
  id: 'app_home_opened',
  may: everyRole,
  stage: async ({ slack }) => ({
    where: 'home',
    act: ({ id }) => slack.as(id).home(),
    done: ({ id }) =>
      /Waiting for a decision|Wartet auf/.test(seen(slack.state.homes.get(id) ?? {})) || undefined,
  }),
}

/** Everything that a person can do in Slack. */
export const deeds: Record<string, Deed> = {
  ...onCards,
  ...onDigests,
  ...onTroubles,
  ...byCommand,
  'see the leads in App Home': readHome,
}
