/** A clock that runs like any other, from a moment of its own, and can be put forward. */
export interface DemoClock {
  now: () => Date
  forwardTo: (moment: Date) => void
  /** Back to where it began. */
  restart: () => void
}

export function startDemoClock(start: Date): DemoClock {
  let ahead = start.getTime() - Date.now()
  return {
    now: () => new Date(Date.now() + ahead),
    forwardTo: (moment) => {
      ahead = Math.max(ahead, moment.getTime() - Date.now())
    },
    restart: () => {
      ahead = start.getTime() - Date.now()
    },
  }
}
