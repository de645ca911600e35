import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openVisit, type Visit } from '../../src/demo/visit.ts'
import { hasBrowser, openBrowser } from '../support/browser.ts'
import { openViewer, type Viewer } from '../support/viewer.ts'

/** What somebody does who has never seen Baton, from the address that `npm run demo` prints. */
describe.skipIf(!hasBrowser)('a newcomer’s first minutes', () => {
  let browser: Browser
  let visit: Visit
  let viewer: Viewer

  beforeAll(async () => {
    browser = await openBrowser()
    const start = new Date('2026-11-17T08:30:00Z')
    visit = await openVisit({ start, port: 0, postsPerSecond: 200, earlierWeeks: 1 })
    viewer = await openViewer(browser, visit.url)
  })
  afterAll(async () => {
    await viewer?.[Symbol.asyncDispose]()
    await visit?.stop()
    await browser?.close()
  })

  const newest = () => viewer.page.getByRole('main').getByRole('article').last()
  const offer = (name: string) => viewer.page.getByRole('button', { name })

  it('begin with a lead that waits, and with what to try', async () => {
    await viewer.sees(viewer.page.getByRole('region', { name: 'Try it' }), 'Reject a lead in #leads')
    await viewer.sees(newest(), 'Reject…')
    expect(await viewer.page.getByText('Only visible to you').count()).toBe(0)
  })

  it('reject it, skip to Monday, and find it in the digest', async () => {
    await newest().getByRole('button', { name: 'Reject' }).click()
    await viewer.modal().getByLabel('Why?').selectOption('Something else')
    await viewer.modal().getByLabel('A note for marketing').fill('My very own words.')
    await viewer.modal().getByRole('button', { name: 'Reject', exact: true }).click()
    await viewer.modal().waitFor({ state: 'detached' })
    await viewer.sees(newest(), 'Rejected by @Anna Schmidt')
    await offer('Skip to Monday 9:00').click()
    await viewer.goTo('marketing-feedback')
    await viewer.sees(viewer.message('2026-W47'), 'My very own words.', 'Something else')
  })

  it('ask for another lead, which is there at once', async () => {
    await viewer.goTo('leads')
    await viewer.sees(newest(), 'Rejected by @Anna Schmidt')
    await offer('New lead').click()
    await viewer.sees(newest(), 'Priya Raman', 'Accept')
  })

  it('begin again with a reset: the week is as it was', async () => {
    viewer.page.once('dialog', (dialog) => void dialog.accept())
    const done = viewer.page.waitForResponse('**/control')
    await offer('Reset').click()
    await viewer.sees(viewer.page.getByRole('status'), 'The workspace is being filled')
    expect(await (await done).json()).toEqual({})
    await viewer.sees(viewer.page.getByRole('banner'), /Tue/)
    await viewer.sees(newest(), 'Accept')
    expect(await viewer.page.getByText('My very own words.').count()).toBe(0)
    await newest().getByRole('button', { name: 'Accept' }).click()
    await viewer.sees(viewer.message('What made this lead good?'), 'Only visible to you')
  })
})
