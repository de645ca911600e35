import { connect } from 'node:net'
import type { Dice } from './dice.ts'
import type { Headers } from './mutate-headers.ts'

/** What only a socket can say: lengths that are wrong, half requests, several at once, and no HTTP at all. */
export function rawRequest(body: Buffer, headers: Headers, dice: Dice): Buffer {
  const length = body.length
  switch (dice.below(8)) {
    case 0:
      return written(body, { ...headers, 'content-length': String(length + 1 + dice.below(100)) })
    case 1:
      return written(body, { ...headers, 'content-length': String(Math.max(0, length - 1 - dice.below(20))) })
    case 2:
      return written(body, {
        ...headers,
        'content-length': dice.oneOf(['-1', 'x', '1e3', '9'.repeat(30), ' ']),
      })
    case 3:
      return written(body, { ...headers, 'content-length': String(length), 'transfer-encoding': 'chunked' })
    case 4:
      return written(chunked(body, dice.oneOf([length, length + 7, 0])), {
        ...headers,
        'transfer-encoding': 'chunked',
      })
    case 5: {
      const whole = written(body, { ...headers, 'content-length': String(length) })
      return Buffer.concat([whole, whole, whole])
    }
    case 6: {
      const whole = written(body, { ...headers, 'content-length': String(length) })
      return whole.subarray(0, dice.below(whole.length))
    }
    default:
      return Buffer.from(Array.from({ length: 1 + dice.below(400) }, () => dice.below(256)))
  }
}

function written(body: Buffer, headers: Headers): Buffer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return Buffer.concat([
    Buffer.from(`POST /v1/leads HTTP/1.1\r\nhost: x\r\n${lines.join('\r\n')}\r\n\r\n`),
    body,
  ])
}

const chunked = (body: Buffer, size: number): Buffer =>
  Buffer.concat([Buffer.from(`${size.toString(16)}\r\n`), body, Buffer.from('\r\n0\r\n\r\n')])

/** Writes the bytes and gives back everything that was answered until the other side is done or nothing more comes. */
export function sendRaw(url: URL, bytes: Buffer, patienceMs = 300): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>()
  const socket = connect(Number(url.port), url.hostname)
  let answer = ''
  socket.setTimeout(patienceMs, () => socket.destroy())
  socket.on('data', (chunk) => (answer += chunk.toString('latin1')))
  // A connection that is cut is an answer too, to something that is no request.
  socket.on('error', () => socket.destroy())
  socket.on('close', () => resolve(answer))
  socket.write(bytes)
  return promise
}
