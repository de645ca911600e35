import { randomBytes } from 'node:crypto'
import { connect } from '../../src/db/connection/connect.ts'

/** Creates a database on a server, empty or as a copy of another one there, and gives back its URL. */
export async function createDatabase(serverUrl: string, template = 'template1'): Promise<string> {
  const name = `baton_${randomBytes(6).toString('hex')}`
  const client = await connect(`${serverUrl}postgres`)
  try {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`)
  } finally {
    await client.end()
  }
  return `${serverUrl}${name}`
}
