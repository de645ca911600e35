import type { IncomingMessage } from 'node:http'
import type { Args } from './api/method.ts'

const jsonFields = ['blocks', 'view', 'metadata', 'attachments']

/** The arguments of a call, from JSON or a form; blocks, view and metadata are JSON inside a form. */
export async function readArgs(request: IncomingMessage): Promise<Args> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks).toString('utf8')
  if (request.headers['content-type']?.includes('json')) return body ? (JSON.parse(body) as Args) : {}
  const args: Args = Object.fromEntries(new URLSearchParams(body))
  for (const field of jsonFields) {
    const value = args[field]
    if (typeof value === 'string') args[field] = JSON.parse(value)
  }
  return args
}
