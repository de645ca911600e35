import { WebClient } from '@slack/web-api'
import type { Person } from '../../domain/people/person.ts'
import { silentLogger } from '../connection/bolt-logger.ts'
import { clickClient, clickOptions } from '../connection/clients.ts'
import { slackPeople } from '../people/people.ts'
import { appTokenProblem, botTokenProblem, unreachable } from '../connection/setup-error.ts'
import type { SlackConfig } from '../connection/slack-config.ts'
import { answered, type Answer } from './answer.ts'
import { readChannel, type SeenChannel } from './channel.ts'
import { readGroups, type SeenGroup } from './groups.ts'
import { readIdentity, type Identity } from './identity.ts'
import { readSlackTime, type SlackTime } from './slack-time.ts'

/** What can be asked of Slack about an installation. Nothing is changed there, and no socket is connected. */
export interface SlackView {
  identity(): Promise<Answer<Identity>>
  /** Whether a socket could be opened for the app token. */
  socket(appToken: string): Promise<Answer<unknown>>
  channel(id: string): Promise<Answer<SeenChannel>>
  groups(): Promise<Answer<SeenGroup[]>>
  person(id: string): Promise<Answer<Person>>
  time(): Promise<Answer<SlackTime>>
}

export function slackView(config: SlackConfig & { apiUrl: string }, now: () => Date): SlackView {
  const { apiUrl } = config
  const client = clickClient(config)
  const people = slackPeople({ client, now })
  const explain = (error: unknown) => botTokenProblem(error, apiUrl)
  const socket = (token: string) =>
    new WebClient(token, { ...clickOptions(config), logger: silentLogger }).apps.connections.open({})
  return {
    identity: () => answered(readIdentity(client), explain),
    socket: (token) => answered(socket(token), (error) => appTokenProblem(error, apiUrl)),
    channel: (id) => answered(readChannel(client, id), explain),
    groups: () => answered(readGroups(client), explain),
    // To the bot somebody unknown is as good as deactivated; here the difference matters.
    person: (id) =>
      answered(
        client.users.info({ user: id }).then(() => people.find(id)),
        explain,
      ),
    time: () => answered(readSlackTime(apiUrl, now), (error) => unreachable(error, apiUrl)),
  }
}
