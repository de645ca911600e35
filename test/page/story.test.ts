import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser, openBrowser } from '../support/browser.ts'
import { aTeam, type Team } from '../support/team.ts'
import { openViewer, type Viewer } from '../support/viewer.ts'
import { words } from './words.ts'
import { agree } from '../support/agree.ts'

const jane = {
  name: 'Jane Doe',
  email: 'jane@example.com',
  title: 'VP Sales',
  company: 'Acme Logistics',
  employees: 320,
  request: 'demo',
}
const omar = {
  name: 'Omar Aziz',
  email: 'omar@example.com',
  title: 'Intern',
  company: 'Acme',
  qualified: true,
}

describe.skipIf(!hasBrowser).each(['en', 'de'] as const)('three people on the page, in %s', (language) => {
  const w = words[language]
  let browser: Browser
  let team: Team
  let viewer: Viewer

  beforeAll(async () => {
    browser = await openBrowser()
    team = await aTeam()
    for (const user of team.slack.state.users) user.locale = w.locale
    const { db } = team.baton.deps
    const { document } = await db.playbooks.current()
    await agree(db, { ...document, language }, { author: 'Olivia Ops', at: new Date() })
    viewer = await openViewer(browser, team.slack.url)
  })
  afterAll(async () => {
    await viewer?.[Symbol.asyncDispose]()
    await team?.[Symbol.asyncDispose]()
    await browser?.close()
  })

  it('Anna sees a lead come in, and takes it with the keyboard', async () => {
    await team.send(jane)
    const card = viewer.message('Jane Doe')
    await viewer.sees(card, 'VP Sales', '+40', w.accept)
    await card.getByRole('button', { name: w.acceptLabel }).focus()
    await viewer.page.keyboard.press('Enter')
    const taken = viewer.message(w.acceptedBy)
    await viewer.sees(taken, 'Jane Doe')
    expect(await taken.getByRole('button', { name: w.accept }).count()).toBe(0)
  })

  it('She alone is asked what made it good, and one tap answers', async () => {
    const question = viewer.message(w.good)
    await viewer.sees(question, w.onlyYou)
    await question.getByRole('button', { name: w.clearIntent }).click()
    await viewer.sees(viewer.message(w.acceptedBy), w.praised)
    await viewer.actAs('Ben Krüger')
    await viewer.sees(viewer.message(w.acceptedBy), w.praised)
    expect(await viewer.message(w.good).count()).toBe(0)
  })

  it('Ben opens the reject modal; what is missing stands beside the field', async () => {
    await team.send(omar)
    await viewer.message('Omar Aziz').getByRole('button', { name: w.reject }).click()
    await viewer.modal().getByLabel(w.why).selectOption(w.other)
    await viewer.sees(viewer.modal(), w.note)
    await viewer.modal().getByRole('button', { name: w.send, exact: true }).click()
    await viewer.sees(viewer.modal().getByRole('alert'), w.required)
    await viewer.modal().getByLabel(w.note).fill('  ')
    await viewer.modal().getByRole('button', { name: w.send, exact: true }).click()
    await viewer.sees(viewer.modal().getByRole('alert'), w.missing)
  })

  it('He chooses a reason, corrects the fact, leaves a note, and the card is locked', async () => {
    await viewer.modal().getByLabel(w.why).selectOption(w.roleFit)
    await viewer.modal().getByLabel(w.actual).fill('Working student')
    await viewer.modal().getByLabel(w.note).fill('Nice, but <!channel> no budget')
    await viewer.modal().getByRole('button', { name: w.send, exact: true }).click()
    await viewer.modal().waitFor({ state: 'detached' })
    const card = viewer.message('Omar Aziz')
    await viewer.sees(card, w.rejectedBy, w.roleFit, w.evidence, 'Nice, but <!channel> no budget')
    await card.getByRole('button', { name: w.replies }).click()
    await viewer.sees(viewer.page.getByRole('complementary', { name: w.thread }), w.threadReply)
  })

  it('Carla answers in the thread, and Ben reads it', async () => {
    const thread = viewer.page.getByRole('complementary', { name: w.thread })
    await viewer.actAs('Carla Vogt')
    await viewer.message(w.rejectedBy).getByRole('button', { name: w.replies }).click()
    await thread.getByRole('combobox').fill('Danke, *kein* Student mehr <@U0ANNA>')
    await thread.getByRole('combobox').press('Enter')
    await viewer.sees(thread.getByRole('article'), 'Danke, kein Student mehr')
    await viewer.actAs('Ben Krüger')
    await viewer.sees(viewer.message(w.rejectedBy), w.twoReplies)
  })

  it('He looks a persona up from the menu, privately, and a word that is no command is said to be none', async () => {
    await viewer.goTo('general')
    const composer = viewer.page.getByRole('main').getByRole('combobox')
    await composer.fill('/pe')
    await viewer.sees(viewer.page.getByRole('option'), '/persona')
    await composer.press('Tab')
    await composer.pressSequentially('sales leadr')
    await composer.press('Enter')
    await viewer.sees(viewer.message(w.recognise), w.onlyYou)
    await viewer.type('/nonsense')
    await viewer.sees(viewer.page.getByRole('alert'), w.notACommand)
  })

  it('He finds himself in App Home', async () => {
    await viewer.goTo('Baton')
    await viewer.sees(viewer.page.getByRole('main'), w.home)
  })

  it('A guest’s click is refused, privately', async () => {
    await team.send({ ...omar, name: 'Lea Later', email: 'lea@example.com' })
    await viewer.actAs('Gus Guest')
    await viewer.goTo('leads')
    await viewer.message('Lea Later').getByRole('button', { name: w.accept }).click()
    await viewer.sees(viewer.message(w.guest), w.onlyYou)
  })

  it('On Monday Carla sees that there is something to read: the digest, with Ben’s words', async () => {
    await viewer.actAs('Carla Vogt')
    team.setClock(new Date('2026-11-23T09:00:00+01:00'))
    await team.baton.lookNow()
    const place = viewer.page.getByRole('navigation').getByRole('button', { name: 'marketing-feedback' })
    await viewer.sees(place, w.unread)
    await place.click()
    await viewer.sees(viewer.message('2026-W47'), w.rejectedCount, 'Nice, but <!channel> no budget')
    await viewer.sees(viewer.page.getByRole('navigation'), /^(?!.*1 un)/s)
  })

  it('Nothing was asked of any other machine', () => {
    expect(viewer.hosts()).toEqual([new URL(team.slack.url).host])
  })
})
