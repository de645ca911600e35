import { useEffect, useState } from 'react'
import type { Gaze } from '../sight.ts'

const firstPerson = 'U0ANNA'
const firstChannel = 'C0LEADS'

/** Who looks where, kept in the address so that a reload shows the same. */
export function useGaze(): [Gaze, (change: Partial<Gaze>) => void] {
  const [gaze, setGaze] = useState(fromAddress)
  useEffect(() => history.replaceState(null, '', `?${toQuery(gaze).toString()}`), [gaze])
  return [gaze, (change) => setGaze((before) => ({ ...before, ...change }))]
}

export function toQuery({ userId, channel, thread }: Gaze): URLSearchParams {
  return new URLSearchParams({ as: userId, ...(channel && { channel }), ...(thread && { thread }) })
}

function fromAddress(): Gaze {
  const query = new URLSearchParams(location.search)
  const isNew = !query.has('as')
  return {
    userId: query.get('as') ?? firstPerson,
    channel: query.get('channel') ?? (isNew ? firstChannel : null),
    thread: query.get('thread'),
  }
}
