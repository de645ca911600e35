import { fileURLToPath } from 'node:url'
import { Command } from 'commander'
import type { Browser, Locator, Page } from 'playwright-core'
import { openVisit } from '../../src/demo/visit.ts'
import { openBrowser } from '../support/browser.ts'

const folder = fileURLToPath(new URL('../../docs/images', import.meta.url))
const monday = 'Skip to Monday 9:00'

/** Draws the pictures of the documentation from the demo, the way a person would come to see them. */
async function takeScreenshots(): Promise<void> {
  const start = new Date('2026-11-17T08:30:00Z')
  const visit = await openVisit({ start, port: 0, postsPerSecond: 200, earlierWeeks: 6 })
  const browser = await openBrowser()
  try {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 860 },
      deviceScaleFactor: 1.5,
    })
    const page = await context.newPage()
    page.setDefaultTimeout(30_000)
    await page.goto(visit.url)
    await onAPhone(browser, visit.url)
    await light(page)
    await dark(page)
  } finally {
    await browser.close()
    await visit.stop()
  }
}

/** What an SDR sees on the way. */
async function onAPhone(browser: Browser, url: string): Promise<void> {
  const phone = await browser.newPage({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 1.5 })
  await phone.goto(url)
  await message(phone, 'Accept').waitFor()
  await phone.getByRole('button', { name: 'Hide' }).click()
  await take(phone, 'phone')
}

async function light(page: Page): Promise<void> {
  const card = message(page, 'Accept')
  await take(card, 'card')
  await take(page, 'workspace')
  await card.getByRole('button', { name: 'Reject' }).click()
  const modal = page.getByRole('dialog')
  await modal.getByLabel('Why?').selectOption('Wrong persona or seniority')
  await modal.getByLabel('What is true instead?').fill('Working student')
  await modal.getByLabel('A note for marketing').fill('Writes a thesis about CRM tools; no team, no budget.')
  await take(modal, 'reject')
  await modal.getByRole('button', { name: 'Reject', exact: true }).click()
  await message(page, 'Writes a thesis').getByRole('button', { name: '1 reply' }).click()
  await take(page.getByRole('complementary', { name: 'Thread' }), 'thread')
  await page.getByRole('button', { name: 'Close thread' }).click()
  await page.getByRole('button', { name: 'Hide' }).click()
  await page.setViewportSize(tall)
  await visitGeneral(page)
  await place(page, 'Baton').click()
  await page.getByRole('button', { name: 'Home', exact: true }).click()
  await page.getByText('Hello Anna').waitFor()
  await page.setViewportSize(usual)
  await take(page.getByRole('main'), 'home')
  await page.setViewportSize(tall)
  await page.getByRole('button', { name: monday }).click()
  await place(page, 'marketing-feedback').click()
  await take(message(page, '2026-W47'), 'digest')
  await take(await digestThread(page), 'digest-thread')
}

/** The digest's thread: the week in detail, the trend, and the file. */
async function digestThread(page: Page): Promise<Locator> {
  await message(page, '2026-W47').getByRole('button', { name: 'replies' }).click()
  const thread = page.getByRole('complementary', { name: 'Thread' })
  await thread.getByText('.csv').waitFor()
  return thread
}

async function visitGeneral(page: Page): Promise<void> {
  await place(page, 'general').click()
  await page.getByRole('main').getByRole('combobox').fill('/persona rev ops')
  await page.keyboard.press('Enter')
  await message(page, 'How to recognise them').waitFor()
  await take(message(page, 'How to recognise them'), 'persona')
}

/** A long message is seen as a whole. */
const tall = { width: 1280, height: 2200 }
const usual = { width: 1280, height: 860 }

async function dark(page: Page): Promise<void> {
  await page.getByLabel('Theme').selectOption('dark')
  await take(message(page, '2026-W47'), 'digest-dark')
  await page.setViewportSize(usual)
  await place(page, 'leads').click()
  await page.getByRole('button', { name: 'Behind the scenes' }).click()
  await take(page, 'behind-the-scenes')
}

const message = (page: Page, text: string): Locator =>
  page
    .getByRole('main')
    .getByRole('article')
    .filter({ hasText: new RegExp(text) })
    .last()

const place = (page: Page, name: string): Locator =>
  page.getByRole('navigation').getByRole('button', { name })

async function take(what: Page | Locator, name: string): Promise<void> {
  if ('waitFor' in what) await what.waitFor()
  await what.screenshot({ path: `${folder}${name}.png`, animations: 'disabled' })
  process.stdout.write(`docs/images/${name}.png\n`)
}

await new Command('npm run screenshots')
  .description('Draws the pictures of the documentation anew, from the demo, into docs/images.')
  .action(takeScreenshots)
  .parseAsync()
// Everything is done; a timer that is left somewhere must not keep the terminal.
process.exit()
