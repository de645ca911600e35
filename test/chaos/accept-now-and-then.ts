import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { anna } from '../support/people.ts'
import { cardsIn, isOpenCard } from './channel.ts'
import { leadIn } from './deliver-leads.ts'

/** Somebody who wants certain leads and clicks on their cards, again and again, until the cards say that she has them. */
export function acceptNowAndThen(slack: Sandbox, isWanted: (name: string) => boolean) {
  const clicked = new Map<string, number>()
  const patienceMs = 2500
  const isOpen = () => cardsIn(slack).filter((card) => isWanted(leadIn(card.text) ?? '') && isOpenCard(card))
  const look = (): void => {
    const now = performance.now()
    for (const card of isOpen()) {
      if (now - (clicked.get(card.ts) ?? -patienceMs) < patienceMs) continue
      clicked.set(card.ts, now)
      // Slack shows her an error while the bot is dead; she sees that the card is still open.
      void slack
        .as(anna)
        .click(card, 'lead.accept')
        .catch(() => undefined)
    }
  }
  const timer = setInterval(look, 200)
  return { isContent: () => isOpen().length === 0, stop: () => clearInterval(timer) }
}
