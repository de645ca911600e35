import type { Deps } from '../../ports/deps.ts'
import type { Sight } from '../../domain/privacy/sight.ts'
import type { Reader } from '../blocks/parts/reader.ts'
import type { Channels } from './channels.ts'

/** One person: with a language and zone of their own; the workspace's, where Slack does not tell them. */
export async function readerOf(deps: Deps, userId: string): Promise<Reader> {
  const [{ language, zone }, shared] = await Promise.all([deps.people.find(userId), channelReader(deps)])
  return { ...shared, userId, ...(language !== null && { language }), ...(zone !== null && { zone }) }
}

/** All who read a channel: with the workspace's language and zone. */
export async function channelReader(deps: Deps): Promise<Reader> {
  const { document } = await deps.db.playbooks.current()
  return { language: document.language, zone: document.zone, playbook: document }
}

/** What may be seen in a channel: no personal data where another organisation reads along, unless the playbook allows it. */
export async function channelSight(deps: Deps, channels: Channels, channelId: string): Promise<Sight> {
  const { privacy } = (await deps.db.playbooks.current()).document
  return { personalData: privacy.personalDataInSharedChannels || !(await channels(channelId)) }
}
