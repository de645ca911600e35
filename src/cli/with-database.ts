import { randomUUID } from 'node:crypto'
import { seed } from '../../prisma/seed.ts'
import { readDatabaseConfig } from '../settings/config.ts'
import { openDatabase } from '../db/open.ts'
import { Operator, type ByOperator } from '../flows/access/operator.ts'

/** Does a piece of work on the database of the settings, and closes it. Slack is not needed, nor asked. */
export async function withDatabase<T>(work: (deps: ByOperator) => Promise<T>): Promise<T> {
  const now = () => new Date()
  const database = await openDatabase({ ...readDatabaseConfig(process.env), now })
  const refuse = () => Promise.reject(new Error('the command line does not ask Slack about people'))
  const people = { find: refuse, holders: refuse }
  try {
    await seed(database.db, now())
    return await work({ db: database.db, people, now, newId: randomUUID, operator: new Operator() })
  } finally {
    await database.close()
  }
}
