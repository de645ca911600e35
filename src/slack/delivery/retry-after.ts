/** No call is made sooner after a 429, whatever its `Retry-After` says: 0 and less would mean at once, again and again. */
const shortest = 1
/** What a 429 stands for that says nothing of use. */
const withoutWord = 5

const numberWord = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i
/** Each of the three forms of an HTTP date holds a time of day; no number does. */
const dateWord = /\d:\d\d/

/**
 * The whole seconds that a `Retry-After` asks for, from 1 to `longest`: a number of any kind, a date as seen from `now`, or
 * several of them, of which the longest counts. `null` for one that says nothing.
 */
export function secondsOf(header: string, { now, longest }: { now: Date; longest: number }): number | null {
  const words = dateWord.test(header) ? [header] : header.split(',')
  const asked = words.map((word) => wordSeconds(word.trim(), now)).filter((seconds) => !Number.isNaN(seconds))
  if (asked.length === 0) return null
  return Math.min(longest, Math.max(shortest, Math.ceil(Math.max(...asked))))
}

function wordSeconds(word: string, now: Date): number {
  if (numberWord.test(word)) return Number(word)
  if (!dateWord.test(word)) return NaN
  // The oldest form of an HTTP date names no zone, and means UTC like the others.
  const date = /GMT$/i.test(word) ? word : `${word} GMT`
  return (Date.parse(date) - now.getTime()) / 1000
}

/**
 * The answer with a `Retry-After` that every client reads alike. By itself the client of @slack/web-api would take "1.5" and
 * "1e9" for 1, wait no time at all for 0 and for more than Node's timers can count, and take a 429 that it can't read for a
 * call that may have succeeded.
 */
export function withPlainRetryAfter(response: Response, longest: number): Response {
  const header = response.headers.get('retry-after')
  const isLimited = response.status === 429
  if (header === null && !isLimited) return response
  const seconds = secondsOf(header ?? '', { now: clockOf(response), longest })
  const headers = new Headers(response.headers)
  headers.delete('retry-after')
  if (seconds !== null || isLimited) headers.set('retry-after', String(seconds ?? withoutWord))
  const { status, statusText, body } = response
  return new Response(body, { status, statusText, headers })
}

/** The sender's own clock where it tells it: its dates are meant by that one. */
function clockOf({ headers }: Response): Date {
  const told = new Date(headers.get('date') ?? NaN)
  return Number.isNaN(told.getTime()) ? new Date() : told
}
