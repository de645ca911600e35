import type { InstalledApp } from './manifest.ts'
import { newMessages } from './messages.ts'
import { colleagues, organisation } from './organisation.ts'
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
  /** Whether the workspace is part of an organisation of several (Enterprise Grid), with people of the other one in its channels. */
  grid?: boolean
}

/** The workspace on its first day: people, channels and groups are there, and nobody has said anything. */
export function newWorkspace(app: InstalledApp, options: WorkspaceOptions): State {
  const { now = () => new Date(), scopes = app.scopes, events = app.events, grid = false } = options
  const guests = grid ? structuredClone(colleagues) : []
  const members = guests.map(({ id }) => id)
  return {
    organisation: grid ? organisation : null,
    commands: app.commands,
    users: [...structuredClone(defaultUsers), ...guests],
    channels: defaultChannels.map((channel) => ({ ...channel, members: [...channel.members, ...members] })),
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
