import type { Deps } from '../../ports/deps.ts'
import type { Look } from '../blocks/parts/look.ts'
import type { Channels } from './channels.ts'

/**
 * How something looks that only this person reads: their language and zone, the workspace's where Slack does not tell them,
 * and what the playbook says.
 */
export async function privateLook(deps: Deps, userId: string): Promise<Look> {
  const [{ language, zone }, shared] = await Promise.all([deps.people.find(userId), workspaceLook(deps)])
  return { ...shared, reader: userId, ...(language !== null && { language }), ...(zone !== null && { zone }) }
}

/** How something looks that a channel reads and that holds nobody's data: the workspace's language and zone. */
export async function workspaceLook(deps: Deps): Promise<Look> {
  const { document } = await deps.db.playbooks.current()
  return { language: document.language, zone: document.zone, playbook: document, personalData: true }
}

/**
 * How something looks in a channel: the workspace's language and zone. A channel that is shared with another
 * organisation shows no personal data unless the playbook allows it.
 */
export async function channelLook(deps: Deps, channels: Channels, channelId: string): Promise<Look> {
  const look = await workspaceLook(deps)
  const allowed = look.playbook.privacy.personalDataInSharedChannels
  return { ...look, personalData: allowed || !(await channels(channelId)) }
}
