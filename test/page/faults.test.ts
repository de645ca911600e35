import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser, openBrowser } from '../support/browser.ts'
import { leads } from '../support/people.ts'
import { aTeam, type Team } from '../support/team.ts'
import { openViewer, type Viewer } from '../support/viewer.ts'

describe.skipIf(!hasBrowser)('what a person sees when something goes wrong', () => {
  let browser: Browser
  let team: Team
  let viewer: Viewer

  beforeAll(async () => {
    browser = await openBrowser()
    // Longer than a slow answer takes: a post that settled earlier could still arrive a second time.
    team = await aTeam({ settleSeconds: 3 })
    viewer = await openViewer(browser, team.slack.url)
    await viewer.page.getByRole('button', { name: 'Behind the scenes' }).click()
  })
  afterEach(() => team.slack.faults.clear())
  afterAll(async () => {
    await viewer?.[Symbol.asyncDispose]()
    await team?.[Symbol.asyncDispose]()
    await browser?.close()
  })

  const panel = () => viewer.page.getByRole('complementary', { name: 'Behind the scenes' })
  const cause = async (fault: string, where: string, times = 'once') => {
    await panel().getByLabel('Where').selectOption(where)
    await panel().getByLabel('How often').selectOption(times)
    await panel().getByRole('switch', { name: fault }).click()
  }
  const isOn = (fault: string) => panel().getByRole('switch', { name: fault, checked: true })
  const arrive = (name: string) =>
    team.send({ name, email: `${name.replace(' ', '.')}@example.com`, qualified: true })
  const cardsOf = (name: string) => team.slack.messages(leads).filter(({ text }) => text.includes(name))

  it.each([
    ['Rate limit', 'Rita Rate'],
    ['Server error', 'Sven Server'],
    ['Time-out before it is stored', 'Tom Timeout'],
    ['Time-out after it is stored', 'Tina Timeout'],
    ['Slow answer', 'Sam Slow'],
  ])('%s while a card is posted: the card comes, once', async (fault, name) => {
    await cause(fault, 'new messages')
    await viewer.sees(isOn(fault), fault)
    await arrive(name)
    await viewer.sees(viewer.message(name), 'Accept')
    await isOn(fault).waitFor({ state: 'detached' })
    await settled(team)
    expect(cardsOf(name)).toHaveLength(1)
  })

  it('a server error on a modal is tried again at once: the person sees the modal', async () => {
    await arrive('Mona Modal')
    await cause('Server error', 'opening modals')
    await viewer.message('Mona Modal').getByRole('button', { name: 'Reject' }).click()
    await viewer.sees(viewer.modal(), 'Why?')
    await viewer.page.keyboard.press('Escape')
    await viewer.modal().waitFor({ state: 'detached' })
  })

  it('a server error that stays: the person is told kindly, with a reference, and the lead still waits', async () => {
    await cause('Server error', 'opening modals', 'until switched off')
    await viewer.message('Mona Modal').getByRole('button', { name: 'Reject' }).click()
    await viewer.sees(viewer.message('Only visible to you'), /[0-9a-f]{8}/)
    await viewer.sees(viewer.message('Mona Modal'), 'Accept')
    expect(await viewer.modal().count()).toBe(0)
    await panel().getByRole('switch', { name: 'Server error' }).click()
  })

  it('a slow answer: the modal opens late, and opens', async () => {
    await cause('Slow answer', 'opening modals')
    await viewer.message('Mona Modal').getByRole('button', { name: 'Reject' }).click()
    await viewer.sees(viewer.modal(), 'Why?')
    await viewer.page.keyboard.press('Escape')
    await viewer.modal().waitFor({ state: 'detached' })
  })

  it('dropped sockets: the click is said to have failed, and works once the bot is back', async () => {
    // Otherwise the bot would be back before anybody could click.
    team.slack.faults.add({ kind: 'server-error', method: 'apps.connections.open', times: Infinity })
    await panel().getByRole('button', { name: 'Drop the socket' }).click()
    await viewer.sees(panel(), '0 sockets open')
    await viewer.message('Mona Modal').getByRole('button', { name: 'Accept' }).click()
    await viewer.sees(viewer.page.getByRole('alert'), 'dispatch_failed')
    team.slack.faults.clear()
    await team.slack.waitFor(() => team.slack.sockets.count() === 2 || undefined, 'both sockets')
    await viewer.sees(panel(), '2 sockets open')
    await viewer.message('Mona Modal').getByRole('button', { name: 'Accept' }).click()
    await viewer.sees(viewer.message('Accepted by @Anna Schmidt'), 'Mona Modal')
  })

  it('each request and envelope can be opened to its content', async () => {
    const line = panel().getByRole('group').filter({ hasText: 'lead.accept' }).last()
    await line.click()
    await viewer.sees(line, '"block_actions"')
  })

  it('a reset empties the workspace', async () => {
    viewer.page.once('dialog', (dialog) => void dialog.accept())
    await viewer.page.getByRole('button', { name: 'Reset' }).click()
    await viewer.sees(viewer.page.getByRole('main'), 'Nobody has said anything here yet.')
    expect(team.slack.messages(leads)).toEqual([])
  })
})

/** Waits until nothing is left to be shown, so that a second card would be there by now. */
async function settled({ baton, slack }: Team): Promise<void> {
  let waiting = 1
  const look = async () => (waiting = (await baton.outbox.counts()).waiting)
  await slack.waitFor(() => {
    void look()
    return waiting === 0 || undefined
  }, 'everything to be shown')
}
