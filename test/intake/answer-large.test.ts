import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines } from '../support/database.ts'
import { bearer, openDoor, type Door } from '../support/door.ts'

const [engine] = engines
const authorized = `authorization: Bearer ${bearer}`
const [json, xml] = ['content-type: application/json', 'content-type: application/xml']
const [piece, pieces] = [Buffer.alloc(512 * 1024, ' '), 9]
const measured = `content-length: ${piece.length * pieces}`
const chunked = 'transfer-encoding: chunked'

describe('a request that is refused before it was read', () => {
  let door: Door
  beforeAll(async () => {
    if (!engine) throw new Error('no database engine to test on')
    door = await openDoor(engine)
  })
  afterAll(() => door[Symbol.asyncDispose]())

  /** A connection of its own that is closed after the answer, its head sent already. */
  function begun(...headers: string[]) {
    const { hostname, port } = new URL(door.url)
    const socket = connect(Number(port), hostname)
    const heard = { answer: '', error: '' }
    socket.on('data', (chunk) => (heard.answer += chunk.toString()))
    const failed = (error?: Error | null) => void (heard.error ||= error?.message ?? '')
    socket.on('error', failed)
    const lines = ['POST /v1/leads HTTP/1.1', 'host: x', 'connection: close', ...headers]
    socket.write(`${lines.join('\r\n')}\r\n\r\n`)
    return { socket, heard, write: (bytes: Buffer | string) => socket.write(bytes, failed) }
  }

  async function send(write: (bytes: Buffer | string) => void, isChunked: boolean): Promise<void> {
    for (let sent = 0; sent < pieces; sent++) {
      await wait(20)
      if (isChunked) write(`${piece.length.toString(16)}\r\n`)
      write(piece)
      if (isChunked) write('\r\n')
    }
    if (isChunked) write('0\r\n\r\n')
  }

  it.each([
    { status: 413, says: 'Send at most 2 MB', headers: [authorized, json, measured] },
    { status: 413, says: 'Send at most 2 MB', headers: [authorized, json, chunked] },
    { status: 401, says: 'error', headers: [json, measured] },
    { status: 415, says: 'Send application/json', headers: [authorized, xml, measured] },
  ])('is read to its end, so that its sender hears of $status: $headers', async ({ headers, ...answer }) => {
    const { socket, heard, write } = begun(...headers)
    const closed = once(socket, 'close')
    await send(write, headers.includes(chunked))
    await closed
    expect(heard.error).toBe('')
    expect(heard.answer).toMatch(new RegExp(`^HTTP/1.1 ${answer.status} [^]*${answer.says}`))
  })

  it('is answered also when the rest of it never comes', async () => {
    const { socket, heard, write } = begun(json, measured)
    write(piece)
    await once(socket, 'close')
    expect(heard.answer).toMatch(/^HTTP\/1.1 401 /)
  })
})
