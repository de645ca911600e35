import { useEffect, useState } from 'react'
import type { Gaze, Sight } from '../sight.ts'
import { toQuery } from './gaze.ts'

export interface Looking {
  sight: Sight | null
  /** Whether the sandbox answers. */
  isOnline: boolean
}

/** What the person sees, looked at anew whenever the sandbox says that something changed. */
export function useSight(gaze: Gaze): Looking {
  const [looking, setLooking] = useState<Looking>({ sight: null, isOnline: true })
  const query = toQuery(gaze).toString()
  useEffect(() => {
    const watch = watchSight(query, {
      seen: (sight) => setLooking({ sight, isOnline: true }),
      lost: () => setLooking((before) => ({ ...before, isOnline: false })),
    })
    return () => watch.close()
  }, [query])
  return looking
}

interface Watcher {
  seen(sight: Sight): void
  lost(): void
}

function watchSight(query: string, { seen, lost }: Watcher): { close(): void } {
  const changes = new EventSource('/page/changes')
  const state = { isLooking: false, isStale: false, isOver: false }
  const look = async () => {
    state.isStale = true
    if (state.isLooking) return
    state.isLooking = true
    while (state.isStale && !state.isOver) {
      state.isStale = false
      await fetchSight(query).then((sight) => !state.isOver && seen(sight), lost)
    }
    state.isLooking = false
  }
  changes.addEventListener('message', () => void look())
  changes.addEventListener('error', lost)
  return {
    close: () => {
      state.isOver = true
      changes.close()
    },
  }
}

async function fetchSight(query: string): Promise<Sight> {
  const response = await fetch(`/page/sight?${query}`)
  if (!response.ok) throw new Error(`the sandbox answered ${response.status}`)
  // The other side of this page wrote it, with the same type.
  return (await response.json()) as Sight
}
