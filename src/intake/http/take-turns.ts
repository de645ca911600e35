/** Work that takes the thread for itself; at each `yield` it may be given to somebody else. */
export type Piecemeal<T> = Generator<void, T, void>

/** For so long, in milliseconds, the thread is kept before whatever else there is to do comes in between. */
const turnMs = 10

/** Goes one step, and says whether that was the last. */
type Step = () => boolean

const waiting: Step[] = []
let isAtWork = false

/**
 * Does such work when its turn has come, and for a turn at a time: neither one large request nor many at once must keep
 * the thread from those who click.
 */
export function takeTurns<T>(work: Piecemeal<T>): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>()
  waiting.push(() => {
    try {
      const { done = false, value } = work.next()
      if (done) resolve(value as T)
      return done
    } catch (error) {
      reject(error)
      return true
    }
  })
  if (!isAtWork) setImmediate(haveATurn)
  isAtWork = true
  return promise
}

/** Such work that is short enough to be done in one go. */
export const takeATurn = <T>(work: () => T): Promise<T> => takeTurns(inOneGo(work))

function* inOneGo<T>(work: () => T): Piecemeal<T> {
  yield
  return work()
}

/** Whoever is not done by the end of the turn stands last in the line again. */
function haveATurn(): void {
  const end = performance.now() + turnMs
  while (waiting.length > 0 && performance.now() < end) {
    const step = waiting.shift()
    if (step && !goOn(step, end)) waiting.push(step)
  }
  isAtWork = waiting.length > 0
  if (isAtWork) setImmediate(haveATurn)
}

function goOn(step: Step, end: number): boolean {
  let isDone = step()
  while (!isDone && performance.now() < end) isDone = step()
  return isDone
}
