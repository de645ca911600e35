import { expect, inject, it } from 'vitest'
import { openDatabase } from '../../src/db/open.ts'
import { createDatabase } from '../support/create-database.ts'
import { openDoor } from '../support/door.ts'
import { connect } from '../../src/db/connection/connect.ts'

/** What PostgreSQL says on a full disk; it goes on to answer questions. */
const noRoom = `
  CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE SQLSTATE '53100' USING MESSAGE = 'could not extend file: No space left on device'; END $$;
  CREATE TRIGGER no_room BEFORE INSERT ON "Lead" FOR EACH ROW EXECUTE FUNCTION no_room()`

it('says that leads can’t be stored, and why, until one is stored again', async () => {
  const url = await createDatabase(inject('postgresUrl'))
  const open = (now = () => new Date()) => openDatabase({ url, dataDir: '', now })
  await using door = await openDoor({
    name: 'PostgreSQL',
    open,
    settings: () => Promise.reject(new Error('unused')),
  })
  const disk = await connect(url)
  try {
    await disk.query(noRoom)
    const { status, body } = await door.post({ email: 'mia@example.com' })
    expect([status, body['error']]).toEqual([503, 'unavailable'])
    expect(door.storing.unstored()?.reference).toBe(body['reference'])
    expect(JSON.parse(door.log.at(-1) ?? '')).toMatchObject({
      reference: body['reference'],
      why: expect.stringMatching(/ 53100 /),
    })
    await disk.query('DROP TRIGGER no_room ON "Lead"')
    expect(await door.post({ email: 'nonsense' })).toMatchObject({ status: 400 })
    expect(door.storing.unstored()).not.toBeNull()
    expect(await door.post({ email: 'mia@example.com' })).toMatchObject({ status: 202 })
    expect(door.storing.unstored()).toBeNull()
  } finally {
    await disk.end()
  }
})
