import { setTimeout as wait } from 'node:timers/promises'
import type { Tools } from '../requests/tools.ts'
import { loggable } from '../../flows/errors/loggable.ts'

/** How long to wait for the answer: a modal must open within three seconds of the click. */
const patienceMs = 500

/**
 * Whether a channel that the note would stand in is shared with another organisation and so keeps it back. Where Slack
 * does not say, or not soon, it may be.
 */
export async function noteKeptBack({ deps, channels, log }: Tools): Promise<boolean> {
  const { document } = await deps.db.playbooks.current()
  if (document.privacy.personalDataInSharedChannels) return false
  const { handoffs, marketing } = document.channels
  try {
    const answers = Promise.all([channels(handoffs), channels(marketing)])
    return await Promise.race([
      answers.then((shared) => shared.includes(true)),
      wait(patienceMs, true, { ref: false }),
    ])
  } catch (error) {
    log.warn({ why: loggable(error) }, 'Slack does not say whether a channel is shared')
    return true
  }
}
