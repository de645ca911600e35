import { randomBytes } from 'node:crypto'
import { Client } from 'pg'

/** Creates a database on a server, empty or as a copy of another one there, and gives back its URL. */
export async function createDatabase(serverUrl: string, template = 'template1'): Promise<string> {
  const name = `baton_${randomBytes(6).toString('hex')}`
  const client = new Client({ connectionString: `${serverUrl}postgres` })
  await client.connect()
  try {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`)
  } finally {
    await client.end()
  }
  return `${serverUrl}${name}`
}
