import { stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { Hold } from './hold.ts'

/**
 * Holds a name of the folder that stands on no disk: Linux has a namespace for that. It keeps a second process of the same
 * machine out even when somebody removed the lock file, believing it stale. Elsewhere the lock file is all there is.
 */
export async function holdName(folder: string): Promise<Hold> {
  if (process.platform !== 'linux') return async () => undefined
  const { dev, ino } = await stat(folder, { bigint: true })
  const server = createServer((socket) => socket.destroy())
  const isHeld = await new Promise<boolean>((done, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? done(false) : failed(error),
    )
    server.listen({ path: `\0baton-${dev}-${ino}`, exclusive: true }, () => done(true))
  })
  if (!isHeld) return null
  server.unref()
  return () => new Promise((done) => server.close(() => done()))
}
