import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import type { Browser } from 'playwright-core'
import { packagedBrowser } from './packaged-browser.ts'

/** Where a Chromium may be when the npm package has none for this machine. */
const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
]

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const hasPackaged = process.platform === 'linux' && process.arch === 'x64'
const wished = process.env['CHROMIUM_PATH']
const installed = wished ?? usualPlaces.find((path) => existsSync(path))

/** Whether a browser test can run here. In CI it always tries, and fails rather than being skipped. */
export const hasBrowser = hasPackaged || installed !== undefined || process.env['CI'] !== undefined

/**
 * A headless Chromium: the one that CHROMIUM_PATH names, or of the npm package on Linux x64, or the system's own elsewhere.
 * @throws Error that says what to install
 */
export async function openBrowser(): Promise<Browser> {
  if (hasPackaged && wished === undefined) {
    const { default: packaged } = await import('@sparticuz/chromium')
    return launch(await packagedBrowser(), packaged.args)
  }
  if (installed === undefined) {
    throw new Error('there is no Chromium on this machine: install one, or set CHROMIUM_PATH to it')
  }
  return launch(installed, quiet)
}

async function launch(executablePath: string, args: string[]): Promise<Browser> {
  // Playwright asks for a home when it is loaded; a user without a name has none but this.
  process.env['HOME'] ??= tmpdir()
  const { chromium } = await import('playwright-core')
  return chromium.launch({ executablePath, args }).catch((cause: unknown) => {
    const remedy = 'let TMPDIR name a folder whose files may be run, or CHROMIUM_PATH another Chromium'
    throw new Error(`the browser ${executablePath} did not start: ${remedy}. ${String(cause)}`, { cause })
  })
}
