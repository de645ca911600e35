import type { InstalledApp } from './manifest.ts'
import { newMessages } from './messages.ts'
import type { State } from './state.ts'
import { defaultChannels, defaultGroups, defaultUsers } from './workspace.ts'

export interface WorkspaceOptions {
  now?: () => Date
  /** What the app may do, instead of what its manifest asks for. */
  scopes?: string[]
  /** What the app hears of, instead of what its manifest subscribes to. */
  events?: string[]
  /** Kinds of blocks that this workspace's Slack does not know yet, such as `data_visualization`. */
  unknownBlocks?: string[]
}

/** The workspace on its first day: people, channels and groups are there, and nobody has said anything. */
export function newWorkspace(app: InstalledApp, options: WorkspaceOptions): State {
  const { now = () => new Date(), scopes = app.scopes, events = app.events } = options
  return {
    users: structuredClone(defaultUsers),
    channels: structuredClone(defaultChannels),
    groups: structuredClone(defaultGroups),
    scopes: [...scopes],
    events: [...events],
    messagesTab: app.messagesTab,
    messages: newMessages(),
    ephemerals: newMessages(),
    modals: new Map(),
    homes: new Map(),
    triggers: new Map(),
    responseUrls: new Map(),
    uploads: new Map(),
    unknownBlocks: [...(options.unknownBlocks ?? [])],
    now,
    lastTs: 0,
  }
}
