import type { IncomingMessage, ServerResponse } from 'node:http'
import { readBytes } from './read-body.ts'
import type { State } from './state.ts'

/** Takes the bytes of a file that was announced, and gives them back to whoever looks at it. */
export async function serveUpload(
  { request, response }: { request: IncomingMessage; response: ServerResponse },
  id: string,
  { uploads }: State,
): Promise<void> {
  const upload = uploads.get(id)
  if (!upload) return void response.writeHead(404).end()
  if (request.method === 'GET') return void response.writeHead(200).end(upload.bytes)
  upload.bytes = await readBytes(request)
  response.writeHead(200).end(`OK - ${upload.bytes.length}`)
}
