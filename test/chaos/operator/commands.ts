import type { WritePlaybook } from './playbooks.ts'

/** The channels that cards go to. */
export const channels = ['C0LEADS', 'C0GENERAL'] as const

const causes = ['message_not_found', 'thread_not_found', 'is_archived', 'not_in_channel', 'ratelimited']
const because = ['--because', 'the cards were deleted', '--by', 'Olga']

/** One of several, by chance. */
export const oneOf = <T>(all: readonly [T, ...T[]], dice: () => number): T =>
  all[Math.floor(dice() * all.length)] ?? all[0]

/** A command that docs/operations.md knows, by its kind, with arguments that look like chance. */
export function commandsOf(write: WritePlaybook, dice: () => number) {
  const channel = () => oneOf(channels, dice)
  const cause = () => causes[Math.floor(dice() * causes.length)] ?? 'is_archived'
  const outbox = (...args: string[]) => ['outbox', ...args]
  return {
    list: () => outbox(),
    'list refused': () => outbox('--failed', '--json'),
    'send again': () => outbox('send-again', '--yes'),
    'send again of a channel': () => outbox('send-again', '--lane', channel(), '--yes'),
    'send again elsewhere': () =>
      outbox('send-again', '--lane', channel(), '--to', channel(), '--by', 'Olga', '--yes'),
    'drop of a channel': () => outbox('drop', '--lane', channel(), ...because, '--yes'),
    'drop for a cause': () => outbox('drop', '--cause', cause(), ...because, '--yes'),
    'drop, only to see': () => outbox('drop', '--lane', channel(), ...because),
    'drop what waits': () => outbox('drop', '--waiting', '--lane', channel(), ...because, '--yes'),
    'another playbook': async () => ['playbook', 'import', await write(channel())],
    restored: () => ['restored'],
  }
}
