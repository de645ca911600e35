import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

// Memory is measured after a full collection: whatever is left then is kept on purpose, or leaks.
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
process.on('SIGUSR2', () => {
  collect()
  const { heapUsed, external } = process.memoryUsage()
  process.stdout.write(`{"keptBytes":${heapUsed + external}}\n`)
})
