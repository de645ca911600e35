import { Client, type ClientBase, type ClientConfig } from 'pg'
import { makeOwn } from './session-settings.ts'

/**
 * A connection to a PostgreSQL server, with the settings that Baton relies on. Whatever breaks it also rejects the
 * statement that waits for its answer, so nobody need listen to it.
 */
export async function connect(url: string, config: ClientConfig = {}): Promise<Client> {
  const client = new Client({ connectionString: url, ...config })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await own(client)
    return client
  } catch (error) {
    await client.end().catch(() => 'it was never connected')
    throw error
  }
}

/** To be done before the first statement of a connection. */
export async function own(client: ClientBase): Promise<void> {
  await client.query(makeOwn)
}
