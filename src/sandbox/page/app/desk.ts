import { createContext, useContext } from 'react'
import type { Act } from '../act.ts'
import type { Gaze, Sight } from '../sight.ts'
import type { WordKey } from './words.ts'

/** What every part of the page may need: what is seen, and ways to act. */
export interface Desk {
  sight: Sight
  gaze: Gaze
  turnTo(change: Partial<Gaze>): void
  /** Acts as the person; when it fails, says so with the words for what failed. Gives back whether it worked. */
  act(deed: Act, what?: string): Promise<boolean>
  /** Tells the person that something did not work. */
  complain(key: WordKey, values: Record<string, string>): void
}

export const DeskContext = createContext<Desk | null>(null)

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('this part of the page needs a desk around it')
  return desk
}
