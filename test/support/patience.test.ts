import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** What makes a test fail on a machine that is busy with something else, and what there is instead. */
const impatient: [RegExp, string][] = [
  [/\btimeout: [\d_]+/, 'vitest.config.ts has a limit that ends what hangs'],
  [/^\s*\}, [\d_]+\)$/m, 'vitest.config.ts has a limit that ends what hangs'],
  [/\bvi\.waitFor\(/, 'eventually() waits'],
  [
    /\bwaitFor\(.*['`\w], [\d_]+\)|^ +(?:'.*'|`.*`),\n +[\d_]+,\n +\)/m,
    'the sandbox waits long enough by itself',
  ],
  [/performance\.now\(\) - \w+\)\.toBeLess/, 'timed() leaves out what the machine took'],
]

const reproaches = (code: string): string[] =>
  impatient.filter(([pattern]) => pattern.test(code)).map(([, instead]) => instead)

describe('tests on a slow machine', () => {
  // That nothing can be clicked there shows in a click that fails after a second.
  const wantsTimeouts = ['test/page/preparing.test.ts', 'test/support/patience.test.ts']
  const files = globSync('test/**/*.test.ts', { exclude: wantsTimeouts })

  it('wait for what comes, and not for so many seconds', () => {
    expect(files.length).toBeGreaterThan(100)
    const found = files.flatMap((file) =>
      reproaches(readFileSync(file, 'utf8')).map((why) => `${file}: ${why}`),
    )
    expect(found).toEqual([])
  })

  it.each([
    "it('is done', { timeout: 5_000 }, async () => {",
    "it('is done', async () => {\n  }, 5_000)\n",
    'await vi.waitFor(() => expect(said()).toHaveLength(2))',
    "await slack.waitFor(() => card(), 'the card', 30)",
    "await slack.waitFor(\n      () => card(),\n      'the card',\n      30,\n    )",
    'expect(performance.now() - began).toBeLessThan(1_000)',
  ])('are told apart from this one: %s', (code) => {
    expect(reproaches(code)).toHaveLength(1)
  })
})
