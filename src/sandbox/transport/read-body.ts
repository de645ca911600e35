import type { IncomingMessage } from 'node:http'
import { SlackError, type Args } from '../api/method.ts'
import { parseJson } from './parse-json.ts'

/** Fields that are JSON inside a form, and what Slack says when one of them is not. */
const jsonFields = {
  blocks: 'invalid_blocks_format',
  attachments: 'invalid_arguments',
  metadata: 'invalid_metadata_format',
  view: 'invalid_arguments',
}

/**
 * The arguments of a call, from JSON or a form.
 * @throws SlackError when something that should be JSON is none
 */
export async function readArgs(request: IncomingMessage): Promise<Args> {
  const body = (await readBytes(request)).toString('utf8')
  if (request.headers['content-type']?.includes('json')) {
    return body ? (jsonOr(body, 'invalid_json') as Args) : {}
  }
  const args: Args = Object.fromEntries(new URLSearchParams(body))
  for (const [field, error] of Object.entries(jsonFields)) {
    const value = args[field]
    if (typeof value === 'string') args[field] = jsonOr(value, error)
  }
  return args
}

/** The body of a request as it came. */
export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function jsonOr(text: string, error: string): unknown {
  const value = parseJson(text)
  if (value === undefined) throw new SlackError(error)
  return value
}
