import { describe, expect, it } from 'vitest'
import { engines } from '../support/database.ts'
import { openDoor } from '../support/door.ts'

describe.each(engines)('how it goes, over HTTP on $name', (engine) => {
  it('says at /healthz that it lives and at /readyz whether its parts do', async () => {
    const ill = { ready: false, degraded: ['database'], checks: { database: 'does not answer' } }
    await using door = await openDoor(engine, { health: async () => ill })
    expect((await fetch(`${door.url}/healthz`)).status).toBe(200)
    const ready = await fetch(`${door.url}/readyz`)
    expect(ready.status).toBe(503)
    expect(await ready.json()).toEqual(ill)
  })

  it('shows its numbers at /metrics to whoever has the token, where there is one', async () => {
    const metrics = {
      contentType: 'text/plain',
      text: async () => 'baton_x 1\n',
      token: 'a-token-for-metrics',
    }
    await using door = await openDoor(engine, { metrics })
    const read = (headers: Record<string, string>) => fetch(`${door.url}/metrics`, { headers })
    expect((await read({})).status).toBe(401)
    expect((await read({ authorization: 'Bearer another-token-here' })).status).toBe(401)
    const shown = await read({ authorization: 'Bearer a-token-for-metrics' })
    expect([shown.status, await shown.text()]).toEqual([200, 'baton_x 1\n'])
  })
})
