import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../../src/settings/config.ts'
import { settingsSchema } from '../../src/settings/settings-schema.ts'
import { blocksOf, pages, spans } from './shown.ts'

const names = Object.keys(settingsSchema.shape)
const prefixes = new Set(names.map((name) => name.split('_', 1)[0]))
/** Whatever looks like one of Baton's settings. */
const mentioned = spans.flatMap(({ at, text }) =>
  [...text.matchAll(/\b[A-Z]+(?:_[A-Z]+)+\b/g)]
    .map(([name]) => ({ at, name }))
    .filter(({ name }) => prefixes.has(name.split('_', 1)[0])),
)

describe('a setting that is shown', () => {
  it('is found in the pages', () => {
    expect(new Set(mentioned.map(({ name }) => name)).size).toBeGreaterThan(8)
  })

  it.each(mentioned)('is one that Baton reads: $name ($at)', ({ name }) => {
    expect(names).toContain(name)
  })

  it.each(spans.filter(({ text }) => /^[A-Z_]+=\S+$/.test(text)))(
    'has a value that is taken: $text',
    ({ text }) => {
      const [name = '', value] = text.split('=')
      const field = Object.entries(settingsSchema.shape).find(([key]) => key === name)?.[1]
      expect(field?.safeParse(value).success).toBe(true)
    },
  )

  it('of .env.example starts Baton as it is, once the tokens are filled in', () => {
    const example = parseEnv(readFileSync('.env.example', 'utf8'))
    const tokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }
    expect(readConfig({ ...example, ...tokens })).toEqual(readConfig(tokens))
  })

  it('of compose.yaml and the Dockerfile is one that Baton reads', () => {
    const set = ['compose.yaml', 'Dockerfile'].flatMap((file) => [
      ...readFileSync(file, 'utf8').matchAll(/^\s*(?:ENV )?((?!NODE_|POSTGRES_)[A-Z]+_[A-Z_]+)[:=]/gm),
    ])
    expect(set.length).toBeGreaterThan(0)
    for (const [, name = ''] of set) expect(names).toContain(name)
  })

  it('of a block with lines of .env is one that Baton reads', () => {
    const lines = pages.flatMap(blocksOf).flatMap(({ text }) => [...text.matchAll(/^([A-Z]+_[A-Z_]+)=/gm)])
    for (const [, name = ''] of lines) expect(names).toContain(name)
  })
})
