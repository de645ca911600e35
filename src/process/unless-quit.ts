/** Somebody told a start to quit before it was done. */
export class QuitError extends Error {
  override name = 'QuitError'
}

/** @throws QuitError as soon as somebody tells it to quit; the work is left to itself then */
export function unlessQuit<T>(work: Promise<T>, quit?: AbortSignal): Promise<T> {
  if (!quit) return work
  const { promise: told, reject } = Promise.withResolvers<never>()
  const tell = (): void => reject(new QuitError('told to quit'))
  if (quit.aborted) tell()
  quit.addEventListener('abort', tell, { once: true })
  return Promise.race([work, told]).finally(() => quit.removeEventListener('abort', tell))
}
