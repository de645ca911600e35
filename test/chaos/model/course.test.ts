import { afterAll, beforeAll, expect, it } from 'vitest'
import { playCourse } from './course.ts'
import { openGround, worldOn, type Ground, type World } from './world.ts'

let ground: Ground
beforeAll(async () => {
  ground = await openGround({ DATA_DIR: 'memory://' })
})
afterAll(() => ground[Symbol.asyncDispose]())

const course = { seed: 1, runs: 5, seen: () => undefined }

it('finds nothing in so many sequences where the flows do as the model', async () => {
  const ran = await playCourse(worldOn(ground), { ...course, isControl: false })
  expect(ran).toMatchObject({ runs: 5, verdicts: [] })
})

it('takes a step that fails for a find, and shrinks to it', async () => {
  const { verdicts, counterexample } = await playCourse(failing(), { ...course, isControl: false })
  expect(verdicts).toEqual([{ aspect: 'errors', what: expect.stringContaining('the database is away') }])
  expect(JSON.parse(counterexample)).toHaveLength(1)
})

it('does not take a control for caught because a step fails', async () => {
  expect((await playCourse(failing(), { ...course, isControl: true })).verdicts).toEqual([])
})

/** Whatever stores or asks for a lead fails there. */
function failing(): World {
  const world = worldOn(ground)
  const now = () => {
    throw new Error('the database is away')
  }
  return { ...world, deps: { ...world.deps, now } }
}
