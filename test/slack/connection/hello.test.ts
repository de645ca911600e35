import { expect, it } from 'vitest'
import { connectionsOf } from '../../../src/slack/connection/hello.ts'

it.each([
  ['{"type":"hello","num_connections":3,"debug_info":{}}', 3],
  ['{"type":"hello"}', null],
  ['{"type":"disconnect","reason":"hello"}', null],
  ['{"type":"interactive","payload":{"text":"hello"},"num_connections":9}', null],
  ['"hello', null],
  [Buffer.from('hello'), null],
])('%s says %s', (message, connections) => {
  expect(connectionsOf(message)).toBe(connections)
})
