import { Agent, request } from 'node:http'
import { diceOf, type Dice } from './dice.ts'
import { mutatedBody, validLead } from './mutate-body.ts'
import { mutatedHeaders, validHeaders, type Headers } from './mutate-headers.ts'
import { rawRequest, sendRaw } from './raw-request.ts'
import { count, excerpt, type Tally } from './tally.ts'

const atOnce = 24

interface Volley {
  intakeUrl: string
  requests: number
  chance: () => number
  tally: Tally
  /** Looked at before each request: whether what was wanted has been seen. */
  isEnough: () => boolean
}

/** Sends so many requests, most of them mutants, some of them valid, over connections that are kept. */
export async function sendMutants({ intakeUrl, requests, chance, tally, isEnough }: Volley): Promise<void> {
  const [url, dice] = [new URL(`${intakeUrl}/v1/leads`), diceOf(chance)]
  using agent = new DisposableAgent({ keepAlive: true, maxSockets: atOnce })
  let left = requests
  const send = async (): Promise<void> => {
    while (left-- > 0 && !isEnough()) {
      tally.requests += 1
      if (dice.oneIn(50)) await sendValid({ url, agent, dice, tally })
      else if (dice.oneIn(100)) await sendBroken({ url, agent, dice, tally })
      else await sendMutant({ url, agent, dice, tally })
    }
  }
  await Promise.all(Array.from({ length: atOnce }, send))
}

interface One {
  url: URL
  agent: Agent
  dice: Dice
  tally: Tally
}

async function sendValid({ url, agent, dice, tally }: One): Promise<void> {
  const body = Buffer.from(JSON.stringify(validLead(dice)))
  const { status, text } = await post({ url, agent, body, headers: validHeaders(dice) })
  count(tally, status, text)
  if (status !== 202) tally.refused.push(`${status} ${text.slice(0, 200)} to ${excerpt(body)}`)
}

async function sendMutant({ url, agent, dice, tally }: One): Promise<void> {
  const body = mutatedBody(dice)
  const headers = mutatedHeaders(body, dice)
  const { status, text } = await post({ url, agent, body, headers })
  count(tally, status, text)
  if (status === 0 || status >= 500) {
    tally.breaches.push(
      `${status} ${text.slice(0, 200)} to ${JSON.stringify(headers).slice(0, 200)} ${excerpt(body)}`,
    )
  }
}

async function sendBroken({ url, dice, tally }: One): Promise<void> {
  const body = mutatedBody(dice)
  const bytes = rawRequest(body, validHeaders(dice), dice)
  const answer = await sendRaw(url, bytes)
  for (const [, status] of answer.matchAll(/^HTTP\/1\.1 (\d{3})/gm)) {
    count(tally, Number(status), answer)
    if (Number(status) >= 500) tally.breaches.push(`${status} to ${excerpt(bytes)}`)
  }
}

interface Posted {
  url: URL
  /** Keeps connections; `false` opens one of its own. */
  agent: Agent | false
  body: Buffer
  headers: Headers
}

/**
 * Status 0 and the error when there was no answer. A server may close a kept connection while a request is on its way, and
 * senders try such a one again; on a connection of its own each must be answered.
 */
async function post(posted: Posted): Promise<{ status: number; text: string }> {
  const answer = await postOnce(posted)
  return answer.wasCut ? postOnce({ ...posted, agent: false }) : answer
}

function postOnce({ url, agent, body, headers }: Posted) {
  const { promise, resolve } = Promise.withResolvers<{ status: number; text: string; wasCut: boolean }>()
  const failed = (error: NodeJS.ErrnoException) =>
    resolve({ status: 0, text: error.message, wasCut: ['ECONNRESET', 'EPIPE'].includes(error.code ?? '') })
  const sent = request(
    url,
    { method: 'POST', agent, headers: encodable(headers), timeout: 20_000 },
    (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => (text += chunk.toString()))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text, wasCut: false }))
      response.on('error', failed)
    },
  )
  sent.on('timeout', () => sent.destroy(new Error('no answer within 20 s')))
  sent.on('error', failed)
  sent.end(body)
  return promise
}

/** Node refuses to send what is not Latin-1 in a header. */
const encodable = (headers: Headers): Headers =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, value.replaceAll(/[^\x20-\xff]/g, '?')]),
  )

class DisposableAgent extends Agent implements Disposable {
  [Symbol.dispose](): void {
    this.destroy()
  }
}
