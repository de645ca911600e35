import { expect, it } from 'vitest'
import type { PlaybookDocument } from '../../src/domain/playbook/playbook.ts'
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts'
import { examined, settingsFor, told } from './examined.ts'

/** What is arranged, and a line that the doctor then says: sign, what about, what was seen, what to do. */
export interface Row {
  when: string
  arrange?: (slack: Sandbox) => unknown
  env?: Record<string, string>
  playbook?: Partial<PlaybookDocument>
  says: RegExp
}

/** A test for each row, in a workspace of its own. */
export function tells(rows: Row[]): void {
  it.each(rows)('when $when: $says', async ({ arrange, env = {}, playbook = {}, says }) => {
    const slack = await startSandbox({ postsPerSecond: 100 })
    try {
      arrange?.(slack)
      const lines = told(await examined({ env: { ...settingsFor(slack), ...env }, playbook }))
      expect(lines).toContainEqual(expect.stringMatching(says))
      expect(lines.join('\n')).not.toMatch(/canary|undefined|\[object/)
      expect(lines.join('\n')).not.toContain(slack.botToken)
    } finally {
      await slack.stop()
    }
  })
}

type State = Sandbox['state']

export const without = (state: State, scope: string) =>
  (state.scopes = state.scopes.filter((known) => known !== scope))

export function leadsOf({ channels }: State) {
  const channel = channels.find(({ id }) => id === 'C0LEADS')
  if (!channel) throw new Error('there is no such channel')
  return channel
}
