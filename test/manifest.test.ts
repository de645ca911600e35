import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { manifestViolations } from '../src/sandbox/limits/limits-manifest.ts'
import { commands } from '../src/slack/ids.ts'

const manifestSchema = z.object({
  features: z.object({
    slash_commands: z.array(z.object({ command: z.string(), should_escape: z.literal(true) })),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
  settings: z.object({
    event_subscriptions: z.object({ bot_events: z.array(z.string()) }),
    interactivity: z.object({ is_enabled: z.literal(true) }),
    socket_mode_enabled: z.literal(true),
  }),
})

const written: unknown = parse(readFileSync('manifest.yml', 'utf8'))
const manifest = manifestSchema.parse(written)
const listeners = globSync('src/slack/listeners/*.ts').map((file) => readFileSync(file, 'utf8'))

describe('the manifest', () => {
  it('keeps Slack’s limits', () => {
    expect(manifestViolations(written)).toEqual([])
  })

  it('has the commands that the code registers', () => {
    const named = manifest.features.slash_commands.map(({ command }) => command)
    expect(named.toSorted()).toEqual(Object.values(commands).toSorted())
    const registered = listeners.flatMap((code) =>
      [...code.matchAll(/app\.command\(commands\.(\w+)/g)].map((m) => m[1] ?? ''),
    )
    expect(registered.toSorted()).toEqual(Object.keys(commands).toSorted())
  })

  it('subscribes to the events that the code listens to', () => {
    const heard = listeners.flatMap((code) =>
      [...code.matchAll(/app\.event\('(\w+)'/g)].map((m) => m[1] ?? ''),
    )
    expect(manifest.settings.event_subscriptions.bot_events).toEqual(heard)
  })

  it('asks for the scopes that the README explains, and for no other', () => {
    const explained = [...readFileSync('README.md', 'utf8').matchAll(/^\| `([a-z.:]+)` \|/gm)].map(
      (m) => m[1] ?? '',
    )
    expect(manifest.oauth_config.scopes.bot.toSorted()).toEqual(explained.toSorted())
  })
})
