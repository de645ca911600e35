import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

/** What each folder (or file) of src may import, type imports included. The most specific name wins. */
const allowed: Record<string, string[]> = {
  domain: ['domain'],
  flows: ['domain', 'flows'],
  db: ['domain', 'flows', 'db'],
  jobs: ['domain', 'flows', 'jobs'],
  intake: ['domain', 'flows', 'intake'],
  slack: ['domain', 'flows', 'slack'],
  'slack/blocks': ['domain', 'slack/blocks', 'slack/ids.ts', 'slack/text'],
  'slack/text': ['domain', 'slack/text'],
  metrics: ['domain', 'flows', 'metrics', 'package.json'],
  sandbox: ['sandbox'],
  doctor: [
    'config.ts',
    'misspelt-settings.ts',
    'settings-file.ts',
    'domain',
    'flows',
    'db',
    'slack/inspect',
    'prisma',
    'doctor',
  ],
  'config.ts': ['signing-secret.ts', 'token-kind.ts'],
  'read-text.ts': ['flows'],
  'misspelt-settings.ts': ['config.ts', 'domain'],
  'settings-file.ts': ['misspelt-settings.ts', 'read-text.ts'],
  'signing-secret.ts': [],
  'token-kind.ts': [],
  'stop-together.ts': [],
  'unless-quit.ts': [],
  'stop-on-signal.ts': [],
  'stop-with-npm.ts': [],
  'start-problem.ts': ['config.ts'],
  'tell-open-roles.ts': ['domain', 'flows'],
  'take-readings.ts': ['flows', 'db', 'jobs', 'slack'],
  'baton.ts': [
    ...['config.ts', 'domain', 'flows', 'db', 'jobs', 'intake', 'metrics', 'slack', 'prisma'],
    ...['stop-together.ts', 'take-readings.ts', 'tell-open-roles.ts', 'unless-quit.ts'],
  ],
  'main.ts': [
    'config.ts',
    'misspelt-settings.ts',
    'settings-file.ts',
    'baton.ts',
    'start-problem.ts',
    'stop-on-signal.ts',
    'stop-with-npm.ts',
    'unless-quit.ts',
  ],
  cli: [
    ...['config.ts', 'domain', 'flows', 'db', 'intake', 'slack/blocks', 'slack/text', 'prisma'],
    ...['doctor', 'read-text.ts', 'settings-file.ts', 'cli'],
  ],
  demo: ['baton.ts', 'config.ts', 'domain', 'flows', 'intake', 'sandbox', 'slack/ids.ts', 'demo'],
}

/** Folders whose results depend on their arguments alone. */
const pure = ['domain', 'flows', 'slack/blocks']
const impure = [/\bnew Date\(\)/, /\bDate\.now\b/, /\bMath\.random\b/, /\bprocess\.env\b/, /\brandomUUID\b/]

/** The one folder that may know each of these packages. */
const homes: Record<string, string> = {
  '@prisma/': 'db',
  '@slack/bolt': 'slack',
  fastify: 'intake',
  react: 'sandbox/page/app',
  'slack-blocks-to-jsx': 'sandbox/page/app',
  rolldown: 'sandbox/page',
  commander: 'cli',
  'prom-client': 'metrics',
}

const sources = globSync('src/**/*.{ts,tsx}').filter((file) => !file.includes('src/db/generated/'))

describe('the import rule', () => {
  it.each(sources)('%s imports only what its folder may', (file) => {
    expect(importsOf(file).filter((target) => !mayImport(file, target))).toEqual([])
  })

  it.each(sources.filter((file) => isIn(file, pure)))(
    '%s takes clock, chance and settings as parameters',
    (file) => {
      const code = readFileSync(file, 'utf8')
      expect(impure.filter((pattern) => pattern.test(code)).map(String)).toEqual([])
    },
  )

  it.each(sources)('%s leaves each framework in its own folder', (file) => {
    const foreign = packagesOf(file).filter((name) =>
      Object.entries(homes).some(([prefix, home]) => name.startsWith(prefix) && !isIn(file, [home])),
    )
    expect(foreign).toEqual([])
  })

  it('takes each function of date-fns from its own file, or the bot starts more than a second later', () => {
    expect(sources.filter((file) => specifiersOf(file).includes('date-fns'))).toEqual([])
  })

  it('sees the breaches that were planted', () => {
    expect(mayImport('src/domain/lead.ts', 'src/flows/ports.ts')).toBe(false)
    expect(mayImport('src/slack/blocks/lead-card.ts', 'src/slack/people.ts')).toBe(false)
    expect(mayImport('src/sandbox/server.ts', 'src/slack/ids.ts')).toBe(false)
    expect(mayImport('src/intake/http.ts', 'src/db/open.ts')).toBe(false)
    expect(mayImport('src/flows/accept-lead.ts', 'src/domain/lead.ts')).toBe(true)
  })
})

function specifiersOf(file: string): string[] {
  const code = readFileSync(file, 'utf8')
  const pattern = /(?:\bfrom\s*|\bimport\s*\(?\s*)['"]([^'"]+)['"]/g
  return [...code.matchAll(pattern)].flatMap((match) => match[1] ?? [])
}

function importsOf(file: string): string[] {
  return specifiersOf(file)
    .filter((name) => name.startsWith('.'))
    .map((name) => relative('.', join(dirname(file), name)))
}

function packagesOf(file: string): string[] {
  return specifiersOf(file).filter((name) => !name.startsWith('.') && !name.startsWith('node:'))
}

function mayImport(file: string, target: string): boolean {
  const rule = Object.keys(allowed)
    .filter((name) => isIn(file, [name]))
    .toSorted((a, b) => b.length - a.length)[0]
  return rule !== undefined && isIn(target, allowed[rule] ?? [])
}

function isIn(file: string, names: string[]): boolean {
  const path = file.replace(/^src\//, '')
  return names.some((name) => path === name || path.startsWith(`${name}/`))
}
