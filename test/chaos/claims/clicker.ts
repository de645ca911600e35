import { actorOf, type Actor } from '../../../src/sandbox/acting/actor.ts'
import { deliverByHttp } from '../../../src/sandbox/transport/http-mode.ts'
import type { Sandbox } from '../../../src/sandbox/sandbox.ts'
import type { Bot } from '../../support/bot-process.ts'

/** Somebody whose clicks reach one certain process, as a load balancer between Slack and two of them would have it. */
export interface Clicker {
  id: string
  actor: Actor
}

/** Signs each request as Slack does, and gives up after 3 s as Slack does; how long each took goes to `onAnswer`. */
export function clickerOf(
  slack: Sandbox,
  { id, bot, onAnswer }: { id: string; bot: Bot; onAnswer: (ms: number) => void },
): Clicker {
  const { state, url, signingSecret, waitFor } = slack
  const target = { url: bot.requestUrl ?? '', signingSecret }
  const actor = actorOf({
    scene: { state, userId: id, url },
    deliver: async (envelope) => {
      const began = performance.now()
      const answer = await deliverByHttp(envelope, target)
      onAnswer(performance.now() - began)
      return answer
    },
    changed: () => undefined,
    waitFor,
  })
  return { id, actor }
}
