import { once } from 'node:events'
import { createServer } from 'node:net'

/** Whether a program of this machine could listen there; on a port that is free, so that a running Baton does not matter. */
export async function isAddressHere(host: string): Promise<boolean> {
  const server = createServer()
  try {
    server.listen({ host, port: 0 })
    await once(server, 'listening')
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && noSuchAddress.has(String(error.code))) return false
    throw error
  } finally {
    server.close()
  }
}

const noSuchAddress = new Set(['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EAFNOSUPPORT'])
