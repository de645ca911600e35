import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts'
import { hasBrowser, openBrowser } from '../support/browser.ts'
import { openViewer, type Viewer } from '../support/viewer.ts'

describe.skipIf(!hasBrowser)('a page whose host is still filling it', () => {
  let browser: Browser
  let slack: Sandbox
  let viewer: Viewer
  const filling = { isOver: false, fails: false }

  beforeAll(async () => {
    browser = await openBrowser()
    const onReset = async () => {
      if (filling.fails) throw new Error('the disk is full')
    }
    slack = await startSandbox({ host: { isPreparing: () => !filling.isOver, onReset } })
    viewer = await openViewer(browser, slack.url)
  })
  afterAll(async () => {
    await viewer?.[Symbol.asyncDispose]()
    await slack?.stop()
    await browser?.close()
  })

  const status = () => viewer.page.getByRole('status')
  const reset = () => viewer.page.getByRole('button', { name: 'Reset' })

  it('says so, and lets nobody act', async () => {
    await viewer.sees(status(), 'The workspace is being filled')
    await reset().waitFor()
    await expect(reset().click({ timeout: 1000 })).rejects.toThrow('Timeout')
  })

  it('can be used as soon as the host is ready', async () => {
    filling.isOver = true
    slack.changed()
    await status().waitFor({ state: 'detached' })
    expect(await viewer.page.locator('[inert]').count()).toBe(0)
  })

  it('says why it could not be emptied and filled again', async () => {
    filling.fails = true
    viewer.page.once('dialog', (dialog) => void dialog.accept())
    await reset().click()
    await viewer.sees(viewer.page.getByRole('alert'), 'Reset did not work: the disk is full')
  })
})
