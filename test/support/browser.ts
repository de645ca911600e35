import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

/** Where a Chromium may be when the npm package has none for this machine. */
const usualPlaces = [
  process.env['CHROMIUM_PATH'] ?? '',
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
const installed = usualPlaces.find((path) => path !== '' && existsSync(path))

/** Whether a browser test can run here. In CI it always tries, and fails rather than being skipped. */
export const hasBrowser = hasPackaged || installed !== undefined || process.env['CI'] !== undefined

/**
 * A headless Chromium: the one of the npm package on Linux x64, the system's own elsewhere.
 * @throws Error that says what to install
 */
export async function openBrowser(): Promise<Browser> {
  if (hasPackaged) {
    const { default: packaged } = await import('@sparticuz/chromium')
    return chromium.launch({ executablePath: await packaged.executablePath(), args: packaged.args })
  }
  if (installed === undefined) {
    throw new Error('there is no Chromium on this machine: install one, or set CHROMIUM_PATH to it')
  }
  return chromium.launch({ executablePath: installed, args: quiet })
}
