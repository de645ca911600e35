import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { engines } from '../support/database.ts'

describe.each(engines)('a write on $name', ({ open }) => {
  it('waits its turn, however long the one before it takes', async () => {
    const { db, outbox, close } = await open()
    const before = db.transaction(() => sleep(2_500, 'done'))
    const nobody = { id: 'nobody', attempts: 1, card: null }
    await expect(outbox.leaveOut(nobody, { because: 'a test', at: new Date() })).resolves.toBeUndefined()
    expect(await before).toBe('done')
    await close()
  })
})
