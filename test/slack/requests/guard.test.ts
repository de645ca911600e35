import { App, type Receiver, type ReceiverEvent } from '@slack/bolt'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { silentLogger } from '../../../src/slack/connection/bolt-logger.ts'
import { guard } from '../../../src/slack/requests/guard.ts'

/** A Bolt app that is handed its events by the test: no socket, no server. */
function guarded() {
  let bolt: App | undefined
  const receiver: Receiver = {
    init: (app) => {
      bolt = app
    },
    start: async () => undefined,
    stop: async () => undefined,
  }
  const app = new App({
    receiver,
    logger: silentLogger,
    authorize: async () => ({ botId: 'B1' }),
    convoStore: false,
  })
  const watch = guard(app, pino({ level: 'silent' }))
  const answers: unknown[] = []
  const send = (body: ReceiverEvent['body']) =>
    bolt?.processEvent({ body, ack: async (answer: unknown) => void answers.push(answer ?? 'acked') })
  return { app, watch, answers, send }
}

const command = { command: '/persona', text: '', user_id: 'U0ANNA', team_id: 'T0BATON' }

describe('everything that comes in is answered', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  it('by the watchdog when a listener is slow, and the listener learns that it is too late', async () => {
    const { app, answers, send } = guarded()
    const seen: unknown[] = []
    app.command('/persona', async ({ ack, context }) => {
      await new Promise((resolve) => setTimeout(resolve, 5_000))
      const answered: unknown = context['answered']
      seen.push(typeof answered === 'function' && answered())
      await ack('late')
    })
    const work = send(command)
    await vi.advanceTimersByTimeAsync(2_600)
    expect(answers).toEqual(['acked'])
    await vi.advanceTimersByTimeAsync(5_000)
    await work
    expect(seen).toEqual([true])
    expect(answers).toEqual(['acked'])
  })

  it('when a listener throws before it answers', async () => {
    const { app, answers, send } = guarded()
    app.command('/persona', () => Promise.reject(new Error('broken')))
    app.error(async () => undefined)
    await send(command)
    expect(answers).toEqual(['acked'])
  })

  it('when no listener knows it', async () => {
    const { answers, send } = guarded()
    await send({ ...command, command: '/unknown' })
    expect(answers).toEqual(['acked'])
  })

  it('once, with what the listener says', async () => {
    const { app, answers, send } = guarded()
    app.command('/persona', async ({ ack }) => {
      await ack('first')
      await ack('second')
    })
    await send(command)
    expect(answers).toEqual(['first'])
  })
})

describe('stopping', () => {
  it('waits for what is under way, but not for ever', async () => {
    const { app, watch, send } = guarded()
    const done = Promise.withResolvers<void>()
    app.command('/persona', () => done.promise)
    const work = send(command)
    await watch.idle(20)
    expect(watch.busy()).toBe(1)
    const idle = watch.idle(10_000)
    done.resolve()
    await idle
    expect(watch.busy()).toBe(0)
    await work
  })

  it('tells when all is answered, although work goes on', async () => {
    const { app, watch, send } = guarded()
    const [acked, done] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    app.command('/persona', async ({ ack }) => {
      await acked.promise
      await ack()
      await done.promise
    })
    const work = send(command)
    const seen: string[] = []
    const answered = watch.answered(10_000).then(() => seen.push('answered'))
    const idle = watch.idle(10_000).then(() => seen.push('idle'))
    await watch.idle(20)
    expect(seen).toEqual([])
    acked.resolve()
    await answered
    expect(watch.busy()).toBe(1)
    done.resolve()
    await Promise.all([idle, work])
    expect(seen).toEqual(['answered', 'idle'])
  })

  it('leaves what comes in afterwards without an answer, and does nothing about it', async () => {
    const { app, watch, answers, send } = guarded()
    const listener = vi.fn<() => Promise<void>>(async () => undefined)
    app.command('/persona', listener)
    watch.shut()
    await expect(send(command)).rejects.toThrow('takes nothing new')
    expect([answers, listener.mock.calls]).toEqual([[], []])
  })
})
