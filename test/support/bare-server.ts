// A server of node:http and nothing else, whose answer costs a few milliseconds of the processor.
import { pbkdf2Sync } from 'node:crypto'
import { createServer } from 'node:http'

const server = createServer((request, answer) => {
  request.resume().once('end', () => answer.end(pbkdf2Sync('bare', 'answer', 10_000, 32, 'sha256')))
})
server.listen(0, '127.0.0.1', () => process.send?.(server.address()))
