import type { IncomingMessage, ServerResponse } from 'node:http'
import { readBytes } from './read-body.ts'
import type { State } from '../workspace/state.ts'

/** Takes the bytes of a file that was announced, and gives them back to whoever looks at it. */
export async function serveUpload(
  { request, response }: { request: IncomingMessage; response: ServerResponse },
  id: string,
  { uploads }: State,
): Promise<void> {
  const upload = uploads.get(id)
  if (!upload) return void response.writeHead(404).end()
  if (request.method === 'GET') {
    // Whatever it holds, a browser only looks at pictures and saves the rest.
    const type = upload.name.endsWith('.png') ? 'image/png' : 'application/octet-stream'
    const headers = { 'content-type': type, 'x-content-type-options': 'nosniff' }
    return void response.writeHead(200, headers).end(upload.bytes)
  }
  upload.bytes = await fileOf(request)
  response.writeHead(200).end(`OK - ${upload.bytes.length}`)
}

/** What was sent: the body itself, or the file within a form. */
async function fileOf(request: IncomingMessage): Promise<Buffer> {
  const body = await readBytes(request)
  const type = request.headers['content-type'] ?? ''
  if (!type.startsWith('multipart/form-data')) return body
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
  const file = [...form.values()].find((value) => typeof value !== 'string')
  return file ? Buffer.from(await file.arrayBuffer()) : body
}
