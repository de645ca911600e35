/** What this thread has computed so far, in milliseconds. */
export function usedMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

const megabyte = JSON.stringify(
  Array.from({ length: 23_000 }, (_, n) => ({ id: n, name: 'Mia Muster', at: [1, 2] })),
)

const often = 20

/** What this machine needs for something that never changes, 1 MB of JSON: other times are measured by it. */
export function usualWork(): number {
  const before = usedMs()
  for (let n = 0; n < often; n++) JSON.parse(megabyte)
  return (usedMs() - before) / often
}
