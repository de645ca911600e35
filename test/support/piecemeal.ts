/** Does at once what would give the thread away in between. */
export function done<T>(work: Generator<void, T, void>): T {
  let step = work.next()
  while (!step.done) step = work.next()
  return step.value
}
