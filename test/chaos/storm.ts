import { setTimeout as sleep } from 'node:timers/promises'
import type { DisconnectReason } from '../../src/sandbox/transport/socket-mode.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'

export type Cut = 'drop' | DisconnectReason

export const noCuts = { drop: 0, warning: 0, refresh_requested: 0, link_disabled: 0, too_many_websockets: 0 }
const cuts: Cut[] = ['drop', 'warning', 'refresh_requested', 'link_disabled', 'too_many_websockets']

/**
 * Cuts the bot's open sockets in every way there is, one of them or all, until so many were cut; and now and then no
 * new one opens. It never cuts at nothing: it waits until one is open, and lets most of them live for over a second, as
 * a bot opens one that did not last ever later. Gives back how many sockets were cut in each way.
 */
export async function storm(
  slack: Sandbox,
  wanted: number,
  chance: () => number,
): Promise<Record<Cut, number>> {
  const done = { ...noCuts }
  for (let [time, cut] = [0, 0]; cut < wanted; time++) {
    await slack.waitFor(() => slack.sockets.count() > 0 || undefined, 'a socket to cut')
    await sleep(chance() < 0.2 ? chance() * 400 : 1_050 + chance() * 400)
    if (chance() < 0.15) refuseOpening(slack, chance)
    const kind = cuts[time % cuts.length] ?? 'drop'
    const most = Math.min(slack.sockets.count(), chance() < 0.5 ? 1 : Infinity)
    if (kind === 'drop') slack.sockets.drop(most)
    else slack.sockets.disconnect(kind, most)
    done[kind] += most
    cut += most
  }
  slack.faults.clear()
  return done
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
