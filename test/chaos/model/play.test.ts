import { afterAll, beforeAll, expect, it } from 'vitest'
import { controls } from './controls.ts'
import { play } from './play.ts'
import type { Form, Step } from './steps.ts'
import { openGround, worldOn, type Ground } from './world.ts'

const lead = (source: Form['source']): Step => ({
  do: 'receive',
  form: {
    ...{ source, externalId: '1', email: 'ada', request: null, message: null, title: null, qualified: true },
    ...{ asksAgain: null, isTest: null },
  },
  key: null,
})
/** The person's second card opens after the first was accepted, and the first is looked at again. */
const sequence: Step[] = [
  lead('web'),
  { do: 'accept', who: 'U0ANNA', handoff: 0 },
  lead('crm'),
  { do: 'show-contact', who: 'U0DORA', handoff: 0 },
]

let ground: Ground
beforeAll(async () => {
  ground = await openGround({ DATA_DIR: 'memory://' })
})
afterAll(() => ground[Symbol.asyncDispose]())

it('finds nothing where the flows do as the model', async () => {
  expect(await play(worldOn(ground), sequence, () => undefined)).toEqual([])
})

it('says of a step that fails that it failed, and ends there', async () => {
  const reopens = controls['accept over accept is allowed']
  expect(await play(worldOn(ground, reopens), sequence, () => undefined)).toEqual([
    { aspect: 'errors', what: expect.stringMatching(/^step 4: .*show-contact.* failed: ConflictError/) },
  ])
})
