import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import type { Actor } from '../acting/actor.ts'
import type { Changes } from '../workspace/changes.ts'
import { controlSchema, type Control } from '../control.ts'
import { readBytes } from '../transport/read-body.ts'
import { act, actSchema } from './act.ts'
import { pageScript, pageStyle } from './bundle.ts'
import { index } from './index-html.ts'
import { look, type Scenery } from './look.ts'
import { problemOf } from './problem.ts'

export interface PageOptions {
  scenery: Scenery
  changes: Changes
  as(userId: string): Actor
  control(wish: Control): Promise<void>
}

interface Exchange {
  request: IncomingMessage
  response: ServerResponse
  url: URL
}

type Route = (exchange: Exchange, options: PageOptions) => Promise<void> | void

const routes: Record<string, Route> = {
  'GET /': ({ response }) => send(response, 'text/html', index),
  'GET /page/app.js': async ({ response }) => send(response, 'text/javascript', await pageScript()),
  'GET /page/style.css': async ({ response }) => send(response, 'text/css', await pageStyle()),
  'GET /page/sight': ({ response, url }, { scenery }) => sendJson(response, look(scenery, gazeOf(url))),
  'GET /page/traffic': ({ response, url }, { scenery }) => {
    const record = scenery.log.records.find(({ id }) => id === Number(url.searchParams.get('id')))
    sendJson(response, record ?? null)
  },
  'GET /page/changes': ({ request, response }, { changes }) => streamChanges(request, response, changes),
  'POST /page/act': async ({ request, response, url }, { scenery, as }) => {
    const { userId } = gazeOf(url)
    const { state, reads } = scenery
    const deed = actSchema.parse(await bodyOf(request))
    await answer(response, () => act({ state, reads, userId, actor: as(userId) }, deed))
  },
  'POST /control': async ({ request, response }, { control }) => {
    const wish = controlSchema.parse(await bodyOf(request))
    await answer(response, () => control(wish))
  },
}

/** Answers what the page asks for; gives back false for any other request. */
export async function servePage(
  { request, response }: { request: IncomingMessage; response: ServerResponse },
  options: PageOptions,
): Promise<boolean> {
  const url = new URL(request.url ?? '/', 'http://sandbox')
  const route = routes[`${request.method} ${url.pathname}`]
  if (!route) return false
  if (!isThisMachine(request)) {
    response.writeHead(403).end('Open this page as 127.0.0.1 or localhost.')
    return true
  }
  try {
    await route({ request, response, url }, options)
  } catch (error) {
    sendJson(response, { problem: problemOf(error) }, 400)
  }
  if (request.method === 'POST') options.changes.changed()
  return true
}

/** A foreign name that was made to lead here must not get to act here. */
const isThisMachine = ({ headers }: IncomingMessage): boolean =>
  /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(headers.host ?? '')

const gazeSchema = z.object({
  as: z.string(),
  channel: z.string().nullable().default(null),
  thread: z.string().nullable().default(null),
})

function gazeOf({ searchParams }: URL) {
  const { as: userId, channel, thread } = gazeSchema.parse(Object.fromEntries(searchParams))
  return { userId, channel, thread }
}

/** Only JSON is read: a page of another site can't send it without being asked first. */
async function bodyOf(request: IncomingMessage): Promise<unknown> {
  if (request.headers['content-type'] !== 'application/json') throw new Error('send JSON')
  return JSON.parse((await readBytes(request)).toString('utf8'))
}

async function answer(response: ServerResponse, run: () => Promise<void>): Promise<void> {
  try {
    await run()
    sendJson(response, {})
  } catch (error) {
    sendJson(response, { problem: problemOf(error) })
  }
}

/** A burst of changes is told at once. */
const burstMs = 30

/** Says that something changed, and no more; the page then looks again. */
function streamChanges(request: IncomingMessage, response: ServerResponse, changes: Changes): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  const say = () => response.write('data: changed\n\n')
  say()
  let timer: NodeJS.Timeout | null = null
  const end = changes.listen(() => {
    timer ??= setTimeout(() => {
      timer = null
      say()
    }, burstMs)
  })
  request.on('close', () => {
    end()
    if (timer) clearTimeout(timer)
  })
}

function sendJson(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
}

/** Nothing may come from anywhere else than this machine. */
const policy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'"

function send(response: ServerResponse, type: string, body: string): void {
  response
    .writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'content-security-policy': policy })
    .end(body)
}
