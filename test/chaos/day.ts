import { setTimeout as sleep } from 'node:timers/promises'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { chance } from '../support/chance.ts'
import { sendLeads } from '../support/send-leads.ts'
import type { Deed } from './deed.ts'
import { openCards, sell } from './sell.ts'

interface Setting {
  slack: Sandbox
  /** Where leads go at this moment: a bot may be started anew meanwhile. */
  intakeUrl: () => string
  crowd: string[]
  seed: number
  /** How often somebody clicks before they give up. */
  patience?: number
  /** How long somebody waits for an answer: slow machines included. */
  seconds?: number
  /** Where several days follow each other: a card that somebody clicked on is not another one's the next day. */
  nextCard?: ReturnType<typeof openCards>
  /** Names of the leads that the intake has acknowledged. */
  acknowledged?: Set<string>
}

let lastLead = 0

/** A day of sales: leads come in and people work, as long as `happening` goes on. Gives back all that people did. */
export async function day(setting: Setting, happening: () => Promise<void>): Promise<Deed[]> {
  const { slack, crowd, seed, patience = 60, seconds = 12, nextCard = openCards(slack) } = setting
  const deeds: Deed[] = []
  let over = false
  const isOver = () => over
  const people = crowd.map((userId, index) => {
    const person = { slack, userId, chance: chance(seed * 100 + index), deeds, patience, seconds }
    return sell(person, { nextCard, isOver, pauseMs: 600 })
  })
  const feeding = feed(setting, isOver)
  try {
    await happening()
  } finally {
    over = true
  }
  await Promise.all([...people, feeding])
  return deeds
}

/** A lead about ten times a second, each tried until it is acknowledged or the day is over. */
async function feed({ intakeUrl, acknowledged }: Setting, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    const name = `Lead ${++lastLead}.`
    const lead = { name, external_id: name, qualified: true, company: 'Acme', title: 'VP Sales' }
    while (!isOver()) {
      const answer = await sendLeads(intakeUrl(), lead, { 'idempotency-key': `day-${lastLead}` }).catch(
        () => null,
      )
      if (answer?.status === 202) {
        acknowledged?.add(name)
        break
      }
      await sleep(100)
    }
    await sleep(100)
  }
}
