import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

const commandSchema = z.object({
  command: z.string(),
  description: z.string(),
  usage_hint: z.string().default(''),
  should_escape: z.boolean().default(false),
})
export type SlashCommand = z.infer<typeof commandSchema>

const manifestSchema = z.object({
  display_information: z.object({ name: z.string(), description: z.string().default('') }),
  features: z.object({
    app_home: z
      .object({
        messages_tab_enabled: z.boolean().default(false),
        messages_tab_read_only_enabled: z.boolean().default(true),
      })
      .prefault({}),
    slash_commands: z.array(commandSchema).default([]),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
  settings: z.object({
    event_subscriptions: z.object({ bot_events: z.array(z.string()).default([]) }).prefault({}),
  }),
})

/** The app that is installed in the workspace: what its manifest says of it. */
export interface InstalledApp {
  name: string
  commands: SlashCommand[]
  scopes: string[]
  events: string[]
  /** Whether it may write to people directly, and they to it. */
  messagesTab: MessagesTab
}

export type MessagesTab = 'off' | 'read-only' | 'open'

/** Installs the app that a manifest describes, as Slack does with "From a manifest". */
export function readManifest(
  file: string | URL = new URL('../../../manifest.yml', import.meta.url),
): InstalledApp {
  const manifest = manifestSchema.parse(parse(readFileSync(file, 'utf8')))
  const { app_home: home } = manifest.features
  return {
    name: manifest.display_information.name,
    commands: manifest.features.slash_commands,
    scopes: manifest.oauth_config.scopes.bot,
    events: manifest.settings.event_subscriptions.bot_events,
    messagesTab: home.messages_tab_enabled
      ? home.messages_tab_read_only_enabled
        ? 'read-only'
        : 'open'
      : 'off',
  }
}
