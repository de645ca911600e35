import fs from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'

/** Says when the process first touches its data folder: with the call that makes it, before the lock. */
const { mkdir } = fs
Object.assign(fs, {
  mkdir: (...args: Parameters<typeof mkdir>) => {
    process.stderr.write(`opening at ${performance.timeOrigin + performance.now()}\n`)
    return mkdir(...args)
  },
})
syncBuiltinESMExports()
