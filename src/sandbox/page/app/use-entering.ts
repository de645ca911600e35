import { useRef } from 'react'
import type { SeenView } from '../sight.ts'
import { useDesk } from './desk.ts'
import type { Entering } from './blocks/input-block.tsx'

interface Entered {
  entering: Entering
  /** What was written into the inputs that are still there, by block. */
  written(): Record<string, string>
}

/** Filling in a modal: what is chosen is told at once, what is written when the modal is sent. */
export function useEntering({ blocks, values, errors }: SeenView): Entered {
  const { act } = useDesk()
  const texts = useRef(new Map<string, string>())
  return {
    entering: {
      stateOf: ({ block_id: id = '', element }) => values[id]?.[element?.action_id ?? ''],
      errorOf: ({ block_id: id = '' }) => errors[id],
      onWrite: ({ block_id: id = '' }, text) => void texts.current.set(id, text),
      onChoose: ({ block_id: block = '' }, value) => void act({ do: 'enter', block, value }),
    },
    written: () => {
      const shown = new Set(blocks.map(({ block_id: id }) => id))
      return Object.fromEntries([...texts.current].filter(([id]) => shown.has(id)))
    },
  }
}
