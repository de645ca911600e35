import type { IncomingMessage, ServerResponse } from 'node:http'
import { SlackError, type Args } from '../api/method.ts'
import type { CallRecord } from '../workspace/log.ts'
import { serveUpload } from './serve-upload.ts'
import { servePage, type PageOptions } from '../page/serve-page.ts'
import { readArgs } from './read-body.ts'
import { respond } from './response-url.ts'
import { serveApi, type ApiOptions } from './serve-api.ts'

interface Exchange {
  request: IncomingMessage
  response: ServerResponse
}

/** One address for everything: the Web API, response_urls, and the page. */
export async function serve(
  { request, response }: Exchange,
  { api, page }: { api: ApiOptions; page: PageOptions },
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://sandbox')
  const [, area, name = ''] = pathname.split('/')
  if (area === 'api') return serveApi({ request, response }, name, api)
  if (area === 'upload') return serveUpload({ request, response }, name, api.context.state)
  if (area === 'response') return takeResponse({ request, response }, name, api)
  if (await servePage({ request, response }, page)) return
  response.writeHead(404).end()
}

async function takeResponse(
  { request, response }: Exchange,
  id: string,
  { context, record }: ApiOptions,
): Promise<void> {
  const { state, changed } = context
  const args: Args = { channel: state.responseUrls.get(id)?.channel }
  const answered = (answer: CallRecord['answer']) =>
    record({ kind: 'call', at: state.now(), method: 'response_url', args, answer })
  try {
    Object.assign(args, await readArgs(request))
    respond(state, id, args)
    changed()
    answered({ ok: true })
    response.writeHead(200).end('ok')
  } catch (error) {
    if (!(error instanceof SlackError)) throw error
    answered({ ok: false, error: error.message })
    response.writeHead(404).end(error.message)
  }
}
