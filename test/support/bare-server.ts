// A server of node:http and nothing else. An answer takes some 20 ms of the processor: of the intake, a refusal takes 7, and a lead
// that is stored and posted 40, so that whatever slows one of them slows the other.
import { pbkdf2Sync } from 'node:crypto'
import { createServer } from 'node:http'

const server = createServer((request, answer) => {
  request.resume().once('end', () => answer.end(pbkdf2Sync('bare', 'answer', 75_000, 32, 'sha256')))
})
server.listen(0, '127.0.0.1', () => process.send?.(server.address()))
