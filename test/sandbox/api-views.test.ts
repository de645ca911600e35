import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts'
import { aTrigger, callApi, modal, type Args } from './call-api.ts'

describe('the methods of views', () => {
  let slack: Sandbox
  let now = Date.now()
  beforeEach(async () => {
    slack = await startSandbox({ now: () => new Date(now) })
  })
  afterEach(() => slack.stop())
  const call = (method: string, args: Args = {}) => callApi(slack, method, args)

  it('open one view per trigger', async () => {
    const args = { trigger_id: aTrigger(slack), view: modal() }
    expect(await call('views.open', args)).toMatchObject({ ok: true })
    expect(await call('views.open', args)).toMatchObject({ error: 'exchanged_trigger_id' })
  })

  it('open it within three seconds', async () => {
    const triggers = [aTrigger(slack), aTrigger(slack)]
    now += 3000
    expect(await call('views.open', { trigger_id: triggers[0], view: modal() })).toMatchObject({ ok: true })
    now += 1
    expect(await call('views.open', { trigger_id: triggers[1], view: modal() })).toMatchObject({
      error: 'expired_trigger_id',
    })
  })

  it('spend no trigger on a view that Slack refuses', async () => {
    const trigger = aTrigger(slack)
    const tooLong = modal({ title: { type: 'plain_text', text: 'x'.repeat(25) } })
    expect(await call('views.open', { trigger_id: trigger, view: tooLong })).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: { messages: ['[ERROR] title: longer than 24 characters'] },
    })
    expect(await call('views.open', { trigger_id: trigger, view: modal() })).toMatchObject({ ok: true })
  })

  it('stack three modals and no fourth', async () => {
    await call('views.open', { trigger_id: aTrigger(slack), view: modal() })
    const push = () => call('views.push', { trigger_id: aTrigger(slack), view: modal() })
    expect(await push()).toMatchObject({ ok: true })
    expect(await push()).toMatchObject({ ok: true })
    expect(await push()).toMatchObject({ error: 'push_limit_reached' })
  })

  it('notice a race by the hash', async () => {
    const first = await call('views.open', { trigger_id: aTrigger(slack), view: modal() })
    const { id, hash } = first['view'] as { id: string; hash: string }
    expect(await call('views.update', { view_id: id, hash, view: modal() })).toMatchObject({ ok: true })
    expect(await call('views.update', { view_id: id, hash, view: modal() })).toMatchObject({
      error: 'hash_conflict',
    })
    expect(await call('views.update', { view_id: id, view: modal() })).toMatchObject({ ok: true })
  })

  it('find a view by the name that the app gave it', async () => {
    await call('views.open', { trigger_id: aTrigger(slack), view: modal({ external_id: 'mine' }) })
    const view = modal({ title: { type: 'plain_text', text: 'Renamed' } })
    expect(await call('views.update', { external_id: 'yours', view })).toMatchObject({ error: 'not_found' })
    expect(await call('views.update', { external_id: 'mine', view })).toMatchObject({ ok: true })
    expect(slack.as('U0BEN').view()?.title?.text).toBe('Renamed')
  })
})
