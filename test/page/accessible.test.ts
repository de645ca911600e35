import axe from 'axe-core'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { hasBrowser, openBrowser } from '../support/browser.ts'
import { aTeam, type Team } from '../support/team.ts'
import { openViewer, type Viewer } from '../support/viewer.ts'

const resultSchema = z.object({
  violations: z.array(
    z.object({
      id: z.string(),
      nodes: z.array(z.object({ target: z.array(z.unknown()), html: z.string() })),
    }),
  ),
})

describe.skipIf(!hasBrowser).each(['light', 'dark'])('the page in %s, judged by axe', (theme) => {
  let browser: Browser
  let team: Team
  let viewer: Viewer

  beforeAll(async () => {
    browser = await openBrowser()
    team = await aTeam()
    viewer = await openViewer(browser, team.slack.url)
    await viewer.page.getByLabel('Theme').selectOption(theme)
    await viewer.page.evaluate(axe.source)
    await team.send({ name: 'Jane Doe', email: 'jane@example.com', title: 'VP Sales', request: 'demo' })
    await team.send({ name: 'Omar Aziz', email: 'omar@example.com', title: 'Intern', qualified: true })
    await viewer.message('Omar Aziz').getByRole('button', { name: 'Accept' }).click()
    await viewer.sees(viewer.message('Accepted by'), 'Omar Aziz')
  })
  afterAll(async () => {
    await viewer?.[Symbol.asyncDispose]()
    await team?.[Symbol.asyncDispose]()
    await browser?.close()
  })

  /** What axe objects to by the rules of WCAG 2.2 A and AA. */
  const objections = async (): Promise<string[]> => {
    const run = `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })`
    const { violations } = resultSchema.parse(await viewer.page.evaluate(run))
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
  }

  it('has nothing against a channel with cards, a private word, a thread and the panel', async () => {
    await viewer.page.getByRole('button', { name: 'Behind the scenes' }).click()
    await viewer.message('Accepted by').getByRole('button', { name: '1 reply' }).click()
    await viewer.page.getByRole('complementary', { name: 'Thread' }).waitFor()
    expect(await objections()).toEqual([])
  })

  it('has nothing against the menu of commands', async () => {
    await viewer.page.getByRole('main').getByRole('combobox').last().fill('/')
    await viewer.page.getByRole('option', { name: '/persona' }).waitFor()
    expect(await objections()).toEqual([])
  })

  it('has nothing against the modal', async () => {
    await viewer.page.getByRole('main').getByRole('combobox').last().fill('')
    await viewer.message('Jane Doe').getByRole('button', { name: 'Reject' }).click()
    await viewer.modal().getByLabel('Why?').selectOption('Something else')
    await viewer.modal().getByLabel('A note for marketing').waitFor()
    await viewer.modal().getByRole('button', { name: 'Reject', exact: true }).click()
    await viewer.modal().getByRole('alert').waitFor()
    expect(await objections()).toEqual([])
    await viewer.page.keyboard.press('Escape')
    await viewer.modal().waitFor({ state: 'detached' })
  })

  it('has nothing against App Home', async () => {
    await viewer.goTo('Baton')
    await viewer.sees(viewer.page.getByRole('main'), 'Hello Anna')
    expect(await objections()).toEqual([])
  })
})
