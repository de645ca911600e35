import { expect } from 'vitest'
import { patienceMs } from './patience.ts'
import type { Browser, Locator, Page } from 'playwright-core'

/** Somebody at the page, with the words of a story for what they do and see. */
export interface Viewer extends AsyncDisposable {
  page: Page
  /** Looks through somebody's eyes. */
  actAs(name: string): Promise<void>
  /** Goes to a channel or to the app. */
  goTo(place: string): Promise<void>
  /** The message in front that says this. */
  message(text: string | RegExp): Locator
  /** Types into the composer and sends it. */
  type(text: string): Promise<void>
  modal(): Locator
  /** Waits until the message or modal says all this. */
  sees(where: Locator, ...texts: (string | RegExp)[]): Promise<void>
  /** The hosts that the page asked for anything. */
  hosts(): string[]
}

/** Opens the page as somebody who has never been there. */
export async function openViewer(browser: Browser, url: string, width = 1280): Promise<Viewer> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' })
  const page = await context.newPage()
  page.setDefaultTimeout(patienceMs)
  const hosts = new Set<string>()
  const errors: string[] = []
  page.on('request', (request) => void hosts.add(new URL(request.url()).host))
  page.on('pageerror', (error) => void errors.push(error.message))
  await page.goto(url)
  const front = page.getByRole('main')
  return {
    page,
    hosts: () => [...hosts],
    actAs: async (name) => {
      const choice = page.getByRole('banner').getByRole('combobox').first()
      const option = choice.getByRole('option', { name })
      await choice.selectOption(await option.getAttribute('value'))
    },
    goTo: (place) => page.getByRole('navigation').getByRole('button', { name: place }).click(),
    message: (text) => front.getByRole('article').filter({ hasText: text }).last(),
    modal: () => page.getByRole('dialog'),
    type: async (text) => {
      const composer = front.getByRole('combobox').last()
      await composer.fill(text)
      await composer.press('Enter')
    },
    sees: async (where, ...texts) => {
      for (const text of texts) {
        await where.filter({ hasText: text }).first().waitFor()
      }
    },
    [Symbol.asyncDispose]: async () => {
      await context.close()
      expect(errors).toEqual([])
    },
  }
}
