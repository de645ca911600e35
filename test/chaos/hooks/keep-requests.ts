import { subscribe } from 'node:diagnostics_channel'

// What a careless cache would do: something of each request stays.
const kept: Buffer[] = []
subscribe('http.server.request.start', () => void kept.push(Buffer.alloc(32_768)))
