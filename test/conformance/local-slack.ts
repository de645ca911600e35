import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { fetchPeer } from './fetch-peer.ts'
import { startPeer, type PeerProcess } from './peer-process.ts'

export const localSlackVersion = '0.1.8'

export const tokens = { bot: 'xoxb-conformance', app: 'xapp-conformance' }
export const channels = { handoffs: 'C0LEADS', marketing: 'C0MARKETING' }
export const appId = 'A0BATON'
export const anna = 'U0ANNA'

/** Whether the package's binary runs on this machine. */
export const runsHere = process.platform === 'linux' && process.arch === 'x64'

/** Starts local-slack with a workspace of one SDR, two channels and the bot. */
export async function startLocalSlack(tell: (line: string) => void): Promise<PeerProcess> {
  const home = await fetchPeer('local-slack-linux-x64', localSlackVersion, tell)
  const folder = await mkdtemp(join(tmpdir(), 'baton-local-slack-'))
  const config = join(folder, 'config.yaml')
  await writeFile(config, stringify(workspace))
  const peer = await startPeer(join(home, 'bin/local-slack'), (port) => [
    ...['--config', config, '--port', String(port), '--base-host', '127.0.0.1'],
    ...['--files-dir', join(folder, 'files')],
  ])
  return {
    url: peer.url,
    [Symbol.asyncDispose]: async () => {
      await peer[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const bot = { appId, botUserId: 'U0BATON', botName: 'baton' }
const channel = (id: string, name: string) => ({ id, name, members: [anna, bot.botUserId] })

const workspace = {
  workspace: { name: 'Conformance', domain: 'conformance', teamId: 'T0BATON' },
  apps: [{ ...bot, botToken: tokens.bot, appToken: tokens.app, mode: 'socket' }],
  users: [{ id: anna, name: 'anna', real_name: 'Anna Schmidt', tz: 'Europe/Berlin' }],
  channels: [channel(channels.handoffs, 'leads'), channel(channels.marketing, 'marketing-feedback')],
}
