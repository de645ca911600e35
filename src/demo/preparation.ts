/** Whether the workspace is being filled: the page shows it then, and nobody can act in it. */
export interface Preparation {
  isGoingOn: () => boolean
  /** It is over when the work is, however that ends. */
  during: (work: () => Promise<void>) => Promise<void>
}

/** It goes on from the beginning. `changed` is called when it is over. */
export function startPreparation(changed: () => void): Preparation {
  let isGoingOn = true
  return {
    isGoingOn: () => isGoingOn,
    during: async (work) => {
      isGoingOn = true
      try {
        await work()
      } finally {
        isGoingOn = false
        changed()
      }
    },
  }
}
