import type { Sandbox, SandboxMessage } from '../../../src/sandbox/sandbox.ts'
import { NotDelivered } from '../../../src/sandbox/transport/not-delivered.ts'
import { leads } from '../../support/people.ts'
import { seen } from '../../support/team.ts'
import type { Clicker } from './clicker.ts'

/** What came of one card that everybody wanted at once, as the people saw it. */
export interface Round {
  lead: string
  /** Those who were let know that it is theirs. */
  winners: string[]
  /** Those who lost, and were not told privately who had won. */
  untold: string[]
  /** Whether the card names the one winner. */
  cardNamesWinner: boolean
  /** Clicks that Slack would have shown an error for. */
  unanswered: number
}

/** Everybody acts on one card at the same moment: to accept it, or, every second one of a mixed round, with a rejection. */
export async function playRound(
  slack: Sandbox,
  clickers: Clicker[],
  { lead, isMixed, patienceSeconds }: { lead: string; isMixed: boolean; patienceSeconds: number },
): Promise<Round> {
  const card = structuredClone(cardOf(slack, lead))
  const cardNow = () => seen(slack.state.messages.find(leads, card.ts) ?? {})
  const rejecting = new Set(isMixed ? clickers.filter((_, index) => index % 2 === 1) : [])
  await Promise.all([...rejecting].map((one) => openModal(slack, one, card)))
  const acts = clickers.map((one) =>
    rejecting.has(one)
      ? one.actor.submit({ reason: 'low-intent', note: 'Only reads along.' })
      : one.actor.click(card, 'lead.accept'),
  )
  const late = (await Promise.allSettled(acts)).filter(isLate)
  const verdicts = new Map<Clicker, 'won' | 'lost'>()
  const isSettled = () => {
    for (const one of clickers.filter((each) => !verdicts.has(each))) {
      const verdict = verdictOf(slack, one, cardNow)
      if (verdict) verdicts.set(one, verdict)
    }
    return verdicts.size === clickers.length || undefined
  }
  await slack
    .waitFor(isSettled, 'everybody to be told', patienceSeconds)
    .catch(() => 'those who were not are counted')
  const winners = clickers.filter((one) => verdicts.get(one) === 'won').map(({ id }) => id)
  const named = await namesWinner(slack, cardNow, winners)
  const untold = clickers.filter((one) => !winners.includes(one.id) && !isToldOf(slack, one, winners))
  forget(slack, clickers)
  return {
    lead,
    winners,
    untold: untold.map(({ id }) => id),
    cardNamesWinner: named,
    unanswered: late.length,
  }
}

export function cardOf(slack: Sandbox, lead: string): SandboxMessage {
  const card = slack.messages(leads).find((message) => !message.thread_ts && message.text.includes(lead))
  if (!card) throw new Error(`there is no card of ${lead}`)
  return card
}

async function openModal(slack: Sandbox, { id, actor }: Clicker, card: SandboxMessage): Promise<void> {
  await actor.click(card, 'lead.reject')
  await slack.waitFor(() => actor.view(), `the modal of ${id}`)
}

const isLate = (act: PromiseSettledResult<void>): boolean => {
  if (act.status === 'fulfilled') return false
  if (act.reason instanceof NotDelivered) return true
  throw act.reason
}

/** To whom a lead was given is said; a rejection that was taken closes its modal, and the card names who rejected. */
function verdictOf(slack: Sandbox, one: Clicker, cardNow: () => string): 'won' | 'lost' | null {
  const told = toldTo(slack, one)
  if (told.includes('is yours. What made this lead good?')) return 'won'
  if (told.includes('was first and')) return 'lost'
  const hasRejected = cardNow().includes(`Rejected by <@${one.id}>`)
  return hasRejected && one.actor.view() === undefined ? 'won' : null
}

function isToldOf(slack: Sandbox, one: Clicker, winners: string[]): boolean {
  const told = toldTo(slack, one)
  return winners.some((id) => told.includes(`<@${id}> was first and`))
}

/** What only this person sees: messages, the modal in front, and, when the answer came too late for it, the app's own chat. */
function toldTo(slack: Sandbox, { id, actor }: Clicker): string {
  return [...slack.ephemerals(id), ...slack.messages(chatWith(id)), actor.view() ?? {}].map(seen).join('\n')
}

const chatWith = (id: string): string => `D${id.slice(1)}`

/** The next round is judged by what is said in it. */
function forget({ state, messages }: Sandbox, clickers: Clicker[]): void {
  for (const { id } of clickers) for (const message of messages(chatWith(id))) state.messages.remove(message)
  state.modals.clear()
  state.ephemerals.clear()
}

async function namesWinner(slack: Sandbox, cardNow: () => string, winners: string[]): Promise<boolean> {
  const [winner] = winners
  if (winner === undefined || winners.length > 1) return false
  const names = () => /(?:Accepted|Rejected) by <@(\w+)>/.exec(cardNow())?.[1] === winner
  return slack.waitFor(() => names() || undefined, `the card to name ${winner}`, 10).catch(() => false)
}
