import { subscribe } from 'node:diagnostics_channel'
import { writeSync } from 'node:fs'
import { ServerResponse } from 'node:http'

/**
 * The bot kills itself at the point that STRIKE_AT names, when it gets there for the nth time. What it writes first is
 * when it struck; that it struck is for the channel and the database to show.
 */
const at = process.env['STRIKE_AT']
let left = Number(process.env['STRIKE_NTH'] ?? 1)

function reached(point: string): void {
  if (point !== at || --left > 0) return
  writeSync(2, `struck ${Date.now()}\n`)
  process.kill(process.pid, 'SIGKILL')
}

// The event and its notices are committed, and the sender has not heard so.
const answer = ServerResponse.prototype.writeHead
ServerResponse.prototype.writeHead = function writeHead(this: ServerResponse, ...args: unknown[]) {
  if (args[0] === 202) reached('after commit')
  // The arguments of this very method.
  return answer.apply(this, args as Parameters<typeof answer>)
}

const methodOf = (address: string): string => address.split('/').at(-1) ?? ''

const call = globalThis.fetch
globalThis.fetch = async (input, init) => {
  const isPost = methodOf(input instanceof Request ? input.url : input.toString()) === 'chat.postMessage'
  if (isPost) reached('after intent')
  const response = await call(input, init)
  if (isPost && (await response.clone().text()).includes('"ok":true')) reached('after Slack took it')
  return response
}

// Node's own fetch tells when all of a request is on the wire.
subscribe('undici:request:bodySent', (message) => {
  // Undici's documented message of this channel.
  const method = methodOf((message as { request: { path: string } }).request.path)
  if (method === 'chat.postMessage') reached('after the request was written')
  if (method === 'conversations.history') reached('while looking')
})
