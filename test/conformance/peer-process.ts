import { spawn } from 'node:child_process'
import { gone, guarded, hasEnded } from '../support/child.ts'
import { freePort } from '../support/free-port.ts'
import { until } from '../../src/demo/until.ts'

/** A peer that runs as a process of its own. */
export interface PeerProcess extends AsyncDisposable {
  url: string
}

/** Starts it and waits until it answers on its port. */
export async function startPeer(command: string, args: (port: number) => string[]): Promise<PeerProcess> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const peer = guarded(spawn(command, args(port), { stdio: ['ignore', 'ignore', 'pipe'] }))
  let said = ''
  peer.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const stop = async () => {
    if (!hasEnded(peer)) peer.kill('SIGKILL')
    await gone(peer)
  }
  try {
    await until(`${command} to answer`, async () => {
      if (hasEnded(peer)) throw new Error(`${command} ended: ${said.slice(0, 500)}`)
      return fetch(url).then(
        () => true,
        () => false,
      )
    })
  } catch (error) {
    await stop()
    throw error
  }
  return { url, [Symbol.asyncDispose]: stop }
}
