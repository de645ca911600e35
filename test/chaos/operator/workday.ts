import { setTimeout as sleep } from 'node:timers/promises'
import { NotDelivered } from '../../../src/sandbox/transport/not-delivered.ts'
import type { Sandbox, SandboxMessage } from '../../../src/sandbox/sandbox.ts'
import { botUserId } from '../../../src/sandbox/workspace/workspace.ts'
import { sendLeads } from '../../support/send-leads.ts'
import { isOpenCard } from '../channel.ts'
import { channels, oneOf } from './commands.ts'

export interface Workday {
  slack: Sandbox
  intakeUrl: string
  dice: () => number
  isOver: () => boolean
  /** Names of the leads that the intake has acknowledged, in their order. */
  acknowledged: Set<string>
  /** What was deleted in Slack, by ts. */
  deleted: Set<string>
}

/** Everything in the channels of cards. */
export const messagesIn = (slack: Sandbox): SandboxMessage[] =>
  channels.flatMap((channel) => slack.messages(channel))

const openCardsIn = (slack: Sandbox): SandboxMessage[] =>
  messagesIn(slack).filter((message) => message.thread_ts === undefined && isOpenCard(message))

export const emailOf = (name: string): string => `${name.replace(/\D/g, '')}@example.com`

/** Leads come in, every third of a person who came before. */
export async function feed({ intakeUrl, dice, isOver, acknowledged }: Workday): Promise<void> {
  for (let number = 1; !isOver(); number++) {
    const known = [...acknowledged]
    const earlier = dice() < 1 / 3 ? known[Math.floor(dice() * known.length)] : undefined
    const name = earlier ?? `Lead ${number}.`
    const lead = { name, email: emailOf(name), external_id: `request-${number}`, qualified: true }
    const { status } = await sendLeads(intakeUrl, lead)
    if (status !== 202) throw new Error(`${name}: ${status}`)
    acknowledged.add(name)
    await sleep(60)
  }
}

/** People accept a card now and then; some are deleted while the click is on its way. */
export async function decide(day: Workday): Promise<void> {
  const { slack, dice, isOver } = day
  while (!isOver()) {
    const open = openCardsIn(slack)
    const card = open[Math.floor(dice() * open.length)]
    if (card) {
      const click = slack.as(oneOf(['U0ANNA', 'U0BEN'], dice)).click(structuredClone(card), 'lead.accept')
      if (dice() < 0.2) remove(day, card)
      await click.catch(unlessDelivered)
    }
    await sleep(150 + dice() * 150)
  }
}

function unlessDelivered(error: unknown): void {
  if (!(error instanceof NotDelivered)) throw error
}

/** Somebody deletes a card, and now and then a reply or a card that was decided. */
export function deleteSome(day: Workday): void {
  const { slack, dice } = day
  const all = dice() < 0.7 ? openCardsIn(slack) : messagesIn(slack)
  for (const message of all.filter(() => dice() < 1.5 / all.length)) remove(day, message)
}

/** Every other card that can be decided. */
export function deleteOpenCards(day: Workday): void {
  for (const [index, card] of openCardsIn(day.slack).entries()) if (index % 2 === 0) remove(day, card)
}

function remove({ slack, deleted }: Workday, message: SandboxMessage): void {
  slack.state.messages.remove(message)
  deleted.add(message.ts)
}

/** A channel is archived, or Baton taken out of it; or all is well there again. */
export function shakeChannel({ slack, dice }: Workday): void {
  const channel = slack.state.channels.find(({ id }) => id === oneOf(channels, dice))
  if (!channel) return
  channel.is_archived = !channel.is_archived && dice() < 0.5
  const others = channel.members.filter((member) => member !== botUserId)
  channel.members = dice() < 0.3 ? others : [...others, botUserId]
}

/** Slack is well again. */
export function makeWell({ slack }: Workday): void {
  slack.faults.clear()
  for (const channel of slack.state.channels) {
    channel.is_archived = false
    if (!channel.members.includes(botUserId)) channel.members = [...channel.members, botUserId]
  }
}
