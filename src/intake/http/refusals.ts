import type { FastifyReply } from 'fastify'
import type { Logger } from 'pino'
import { refuseRequest, type Refusal } from './answers.ts'
import type { Wrong } from './wrong.ts'

/** Answers "no" to a request, under a reference by which its sender and operations can speak of it. */
export type Refuse = (reply: FastifyReply, refusal: Refused) => FastifyReply

type Refused = Omit<Refusal, 'reference' | 'problems'> & { problems?: Wrong[] }

interface Refusals {
  refuse: Refuse
  /** Tells of what was only counted. */
  close(): void
}

/** A source has so many lines a minute; the requests that are refused after them share the last one's reference. */
const mostLines = 20
const minuteMs = 60_000
/** Of so many problems the log says where they are. */
const mostLogged = 10

/** The refused requests of one source since the first of this minute. */
interface Minute {
  lines: number
  shared: string | null
  sharedBy: number
}

/**
 * Each refusal leaves a line that says who was refused, where and why: no value that was sent, and no name that a sender
 * chose. A flood of them does not flood the log.
 */
export function watchRefusals(log: Logger, newId: () => string): Refusals {
  const minutes = new Map<string, Minute>()
  const end = (source: string): void => {
    const { shared: reference = null, sharedBy = 0 } = minutes.get(source) ?? {}
    minutes.delete(source)
    if (sharedBy > 0)
      log.warn({ reference, ...from(source), requests: sharedBy }, 'more requests were refused')
  }
  const begin = (source: string): Minute => {
    const minute: Minute = { lines: 0, shared: null, sharedBy: 0 }
    minutes.set(source, minute)
    setTimeout(() => end(source), minuteMs).unref()
    return minute
  }
  const refuse: Refuse = (reply, refusal) => {
    const { source } = reply.request
    const minute = minutes.get(source) ?? begin(source)
    const reference = minute.shared ?? newId()
    if (minute.shared === null) {
      minute.lines += 1
      const isLast = minute.lines === mostLines
      log.warn(
        { reference, ...from(source), ...about(reply, refusal) },
        isLast ? last : 'a request was refused',
      )
      if (isLast) minute.shared = reference
    } else minute.sharedBy += 1
    return refuseRequest(reply, { ...refusal, reference })
  }
  return { refuse, close: () => [...minutes.keys()].forEach(end) }
}

const last = 'a request was refused; those that follow in this minute have its reference, and are counted'

const from = (source: string) => (source === '' ? {} : { source })

function about({ request }: FastifyReply, { status, error, problems = [] }: Refused) {
  const where = problems.slice(0, mostLogged).map(({ logged }) => logged)
  const more = problems.length - where.length
  return {
    ...{ status, error, at: `${request.method} ${request.routeOptions.url ?? '(no such address)'}` },
    ...(problems.length > 0 && { problems: where, ...(more > 0 && { more }) }),
  }
}
