import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

/** What each folder (or file) of src may import, type imports included. The most specific name wins. */
const allowed: Record<string, string[]> = {
  domain: ['domain'],
  ports: ['domain', 'ports'],
  flows: ['domain', 'ports', 'flows'],
  db: ['domain', 'ports', 'flows', 'db'],
  jobs: ['domain', 'ports', 'flows', 'jobs'],
  intake: ['domain', 'ports', 'flows', 'intake'],
  slack: ['domain', 'ports', 'flows', 'slack'],
  'slack/blocks': ['domain', 'slack/blocks', 'slack/ids.ts', 'slack/text'],
  'slack/text': ['domain', 'slack/text'],
  metrics: ['domain', 'ports', 'flows', 'metrics', 'package.json'],
  sandbox: ['sandbox'],
  settings: ['domain', 'flows', 'settings'],
  process: ['settings', 'domain', 'ports', 'flows', 'process'],
  'process/take-readings.ts': ['ports', 'flows', 'db', 'jobs', 'slack'],
  doctor: ['settings', 'domain', 'ports', 'flows', 'db', 'slack/inspect', 'prisma', 'doctor'],
  'baton.ts': [
    ...[
      'settings',
      'domain',
      'ports',
      'flows',
      'db',
      'jobs',
      'intake',
      'metrics',
      'slack',
      'prisma',
      'process',
    ],
  ],
  'main.ts': ['settings', 'process', 'baton.ts'],
  cli: [
    ...['settings', 'domain', 'ports', 'flows', 'db', 'intake', 'slack/blocks', 'slack/text', 'prisma'],
    ...['doctor', 'cli'],
  ],
  demo: ['baton.ts', 'settings', 'domain', 'ports', 'flows', 'intake', 'sandbox', 'slack/ids.ts', 'demo'],
}

/** Folders whose results depend on their arguments alone. */
const pure = ['domain', 'ports', 'flows', 'slack/blocks']
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
    expect(mayImport('src/domain/lead/lead.ts', 'src/ports/deps.ts')).toBe(false)
    expect(mayImport('src/slack/blocks/card/lead-card.ts', 'src/slack/people/people.ts')).toBe(false)
    expect(mayImport('src/sandbox/transport/server.ts', 'src/slack/ids.ts')).toBe(false)
    expect(mayImport('src/intake/http.ts', 'src/db/open.ts')).toBe(false)
    expect(mayImport('src/flows/handoff/accept-lead.ts', 'src/domain/lead/lead.ts')).toBe(true)
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
