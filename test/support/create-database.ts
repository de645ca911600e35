import { randomBytes } from 'node:crypto'
import { Client } from 'pg'

/** Creates an empty database on a server and gives back its URL. */
export async function createDatabase(serverUrl: string): Promise<string> {
  const name = `baton_${randomBytes(6).toString('hex')}`
  const client = new Client({ connectionString: `${serverUrl}postgres` })
  await client.connect()
  try {
    await client.query(`CREATE DATABASE ${name}`)
  } finally {
    await client.end()
  }
  return `${serverUrl}${name}`
}
