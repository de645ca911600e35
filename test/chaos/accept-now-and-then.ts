import type { Sandbox, SandboxMessage } from '../../src/sandbox/sandbox.ts'
import { anna } from '../support/people.ts'
import { cardsIn, isOpenCard } from './channel.ts'
import { leadIn } from './deliver-leads.ts'

/** Somebody who wants certain leads and clicks on their cards, again and again, until the cards say that she has them. */
export function acceptNowAndThen(slack: Sandbox, isWanted: (name: string) => boolean) {
  const clicked = new Map<string, number>()
  const patienceMs = 2500
  const nameOf = (card: SandboxMessage) => leadIn(card.text) ?? ''
  // Of a card that stands there twice, one is enough.
  const stillOpen = () => {
    const cards = cardsIn(slack).filter((card) => isWanted(nameOf(card)))
    const hers = new Set(cards.filter((card) => !isOpenCard(card)).map(nameOf))
    return cards.filter((card) => !hers.has(nameOf(card)))
  }
  const look = (): void => {
    const now = performance.now()
    for (const card of stillOpen()) {
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
  return { isContent: () => stillOpen().length === 0, stop: () => clearInterval(timer) }
}
