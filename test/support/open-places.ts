import { openAsBlob } from 'node:fs'
import { inject } from 'vitest'
import { connect } from '../../src/db/connection/connect.ts'
import { openBreathing } from '../../src/db/connection/breathing-pglite.ts'
import { assemblePglite, openDatabase, type OpenDatabase } from '../../src/db/open.ts'
import { createDatabase } from './create-database.ts'
import { migratedDatabase } from './migrated-database.ts'

/** A database, and a way into it beside Baton. */
export interface Place extends AsyncDisposable {
  database: OpenDatabase
  /** What somebody types who has the database open in another tool. */
  type(sql: string): Promise<unknown>
  /** A Baton that is started anew on the same database. */
  again(): Promise<OpenDatabase>
}

/** A fresh, migrated database of each kind, with a way in beside Baton. */
export const places = [
  {
    name: 'PGlite',
    open: async (now: () => Date): Promise<Place> => {
      const pglite = await openBreathing('memory://', {
        loadDataDir: await openAsBlob(inject('pgliteTemplate')),
      })
      const open = () => assemblePglite(pglite, now)
      return {
        database: await open(),
        type: (sql) => pglite.exec(sql),
        again: open,
        [Symbol.asyncDispose]: () => pglite.close(),
      }
    },
  },
  {
    name: 'PostgreSQL',
    open: async (now: () => Date): Promise<Place> => {
      const url = await createDatabase(inject('postgresUrl'), migratedDatabase)
      const [client, opened] = [await connect(url), new Array<OpenDatabase>()]
      const open = async () => {
        const database = await openDatabase({ url, dataDir: '', now })
        opened.push(database)
        return database
      }
      return {
        database: await open(),
        type: (sql) => client.query(sql),
        again: open,
        [Symbol.asyncDispose]: async () => {
          await client.end()
          for (const { close } of opened) await close()
        },
      }
    },
  },
]
