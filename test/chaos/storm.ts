import { setTimeout as sleep } from 'node:timers/promises'
import type { DisconnectReason } from '../../src/sandbox/socket-mode.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'

type Cut = 'drop' | DisconnectReason

const cuts: Cut[] = ['drop', 'warning', 'refresh_requested', 'link_disabled', 'too_many_websockets']

/** Cuts the bot's sockets so many times in every way there is, one of them or all; and now and then no new one opens. */
export async function storm(slack: Sandbox, times: number, chance: () => number): Promise<void> {
  for (let time = 0; time < times; time++) {
    await sleep(150 + chance() * 500)
    const kind = cuts[time % cuts.length] ?? 'drop'
    const most = chance() < 0.5 ? 1 : undefined
    if (chance() < 0.15) refuseOpening(slack, chance)
    if (kind === 'drop') slack.sockets.drop(most)
    else slack.sockets.disconnect(kind, most)
  }
  slack.faults.clear()
}

function refuseOpening({ faults }: Sandbox, chance: () => number): void {
  const kinds = ['server-error', 'html', 'internal-error', 'reset-before', 'rate-limit'] as const
  const kind = kinds[Math.floor(chance() * kinds.length)] ?? 'html'
  // What did not strike yet is not added up: nothing would open for minutes.
  faults.clear()
  faults.add({ kind, method: 'apps.connections.open', times: 2, seconds: 1 })
}

/** Renews one socket after the other, as Slack does about once an hour. */
export async function renew(slack: Sandbox, times: number): Promise<void> {
  for (let time = 0; time < times; time++) {
    await sleep(1_500)
    slack.sockets.disconnect('refresh_requested', 1)
  }
  await sleep(500)
}
