import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { readManifest } from '../../src/sandbox/workspace/manifest.ts'
import { fetchPeer } from './fetch-peer.ts'
import { startPeer, type PeerProcess } from './peer-process.ts'
import { peerApi, type PeerApi } from './peer-api.ts'

export const emulateVersion = '0.12.2'

export const botToken = 'xoxb-conformance'
export const botUser = 'U0BATON'
const adminToken = 'xoxb-administrator'

/** A workspace of emulate's with the bot in it. */
export interface EmulateWorkspace extends AsyncDisposable {
  url: string
  /** The workspace as an administrator sees it. */
  admin: PeerApi
  channels: { handoffs: string; marketing: string }
  anna: string
}

/** Starts emulate's Slack, strict about scopes; the bot's token has these and no other. */
export async function startEmulate(
  scopes: string[],
  tell: (line: string) => void,
): Promise<EmulateWorkspace> {
  const home = await fetchPeer('emulate', emulateVersion, tell)
  const folder = await mkdtemp(join(tmpdir(), 'baton-emulate-'))
  const seed = join(folder, 'seed.yaml')
  await writeFile(seed, stringify(seedOf(scopes)))
  const peer = await startPeer(process.execPath, (port) => [
    ...[join(home, 'dist/index.js'), 'start', '--service', 'slack'],
    ...['--port', String(port), '--seed', seed],
  ])
  const admin = peerApi(`${peer.url}/api/`, adminToken)
  return {
    ...{ url: peer.url, admin, ...(await settle(admin)) },
    [Symbol.asyncDispose]: () => end(peer, folder),
  }
}

/** The scopes that the app asks for in its manifest. */
export const manifestScopes = (): string[] => readManifest().scopes

async function end(peer: PeerProcess, folder: string): Promise<void> {
  await peer[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
}

/** The peer names its channels itself; the bot is invited as a person would invite it. */
async function settle(admin: PeerApi) {
  const { channels } = await admin('conversations.list', {})
  const { members } = await admin('users.list', {})
  const idOf = (list: unknown, name: string): string => {
    const found = (list as { id: string; name: string }[]).find((known) => known.name === name)
    if (!found) throw new Error(`emulate has no ${name}`)
    return found.id
  }
  const [handoffs, marketing] = [idOf(channels, 'leads'), idOf(channels, 'marketing-feedback')]
  for (const channel of [handoffs, marketing]) {
    await admin('conversations.invite', { channel, users: botUser })
  }
  return { channels: { handoffs, marketing }, anna: idOf(members, 'anna') }
}

function seedOf(scopes: string[]) {
  const app = {
    client_id: '1.1',
    client_secret: 'secret',
    app_id: 'A0BATON',
    name: 'Baton',
    redirect_uris: [],
  }
  const bot = { bot_id: 'B0BATON', bot_user_id: botUser, bot_name: 'baton' }
  const everything = [
    'channels:read',
    'channels:manage',
    'channels:write',
    'channels:history',
    'chat:write',
    'users:read',
  ]
  return {
    slack: {
      strict_scopes: true,
      users: [{ name: 'anna', real_name: 'Anna Schmidt', email: 'anna@example.com' }],
      channels: [{ name: 'leads' }, { name: 'marketing-feedback' }],
      oauth_apps: [{ ...app, ...bot, scopes }],
      tokens: [
        { token: botToken, type: 'bot', user_id: botUser, app_id: 'A0BATON', ...bot, scopes },
        { token: adminToken, user: 'admin', scopes: everything },
      ],
    },
  }
}
