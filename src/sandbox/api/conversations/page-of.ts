import type { SandboxMessage } from '../../workspace/state.ts'
import { text, type Args } from '../method.ts'

/** One page of messages within `oldest` and `latest`; metadata only for those who ask for it. */
export function pageOf(all: SandboxMessage[], args: Args): Record<string, unknown> {
  const [oldest, latest] = [text(args, 'oldest'), text(args, 'latest')]
  const limit = Number(args['limit'] ?? 100)
  const from = Number(text(args, 'cursor') ?? 0)
  const inRange = all.filter(({ ts }) =>
    isWithin(ts, { oldest, latest, inclusive: String(args['inclusive']) === 'true' }),
  )
  const hasMore = from + limit < inRange.length
  const withMetadata = String(args['include_all_metadata']) === 'true'
  return {
    messages: inRange.slice(from, from + limit).map((message) => seenMessage(message, withMetadata)),
    has_more: hasMore,
    response_metadata: { next_cursor: hasMore ? String(from + limit) : '' },
  }
}

interface Range {
  oldest: string | undefined
  latest: string | undefined
  /** Whether the ends belong to it; they don't unless the app asks for that. */
  inclusive: boolean
}

function isWithin(ts: string, { oldest, latest, inclusive }: Range): boolean {
  if (inclusive && (ts === oldest || ts === latest)) return true
  return (!oldest || ts > oldest) && (!latest || ts < latest)
}

/** A message as Slack's history gives it back. */
export function seenMessage(
  { metadata, files, ...message }: SandboxMessage,
  withMetadata: boolean,
): Record<string, unknown> {
  return {
    type: 'message',
    ...message,
    ...(files && { files }),
    ...(withMetadata && metadata && { metadata }),
  }
}
