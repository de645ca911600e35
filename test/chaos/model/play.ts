import { ConflictError } from '../../../src/ports/conflict-error.ts'
import { KeyReusedError, receiveLeads } from '../../../src/flows/intake/receive-leads.ts'
import { showContact } from '../../../src/flows/handoff/show-contact.ts'
import { decide } from '../../../src/domain/handoff/lifecycle.ts'
import { beginningOf } from './agreement.ts'
import { click, expired } from './clicks.ts'
import { differences, type Verdict } from './differences.ts'
import { inSlack } from './in-slack.ts'
import { namesOf, received } from './names.ts'
import { cardAt, handoffIdOf, type Played } from './played.ts'
import { act, expire } from './reference-decisions.ts'
import { receive } from './reference-intake.ts'
import { openSlack } from './small-slack.ts'
import { nothingYet, type Reference, type Said } from './reference.ts'
import { type Click, type Form, type Step } from './steps.ts'
import type { World } from './world.ts'

export interface Playing extends Played {
  lastClick: Click | null
  /** The last that came with a key. */
  lastDelivery: Extract<Step, { do: 'receive' }> | null
  /** What was answered, for the rig to see that everything was tried. */
  seen: (outcome: string) => void
}

/** Plays one sequence against the flows and the model at once. Each has sources and addresses of its own. */
export async function play(world: World, sequence: Step[], seen: Playing['seen']): Promise<Verdict[]> {
  const run = world.nextRun()
  const model = nothingYet(beginningOf(run))
  const playing: Playing = {
    world,
    model,
    slack: openSlack(),
    names: namesOf(run),
    leadIds: [],
    ...{ lastClick: null, lastDelivery: null },
    seen,
  }
  world.setClock(model.now)
  await forgetTheLast(world)
  for (const [at, step] of sequence.entries()) {
    waitFor(playing, secondMs)
    const verdict = await carryOut(playing, step)
    if (verdict) return [{ ...verdict, what: `step ${at + 1}: ${JSON.stringify(step)} ${verdict.what}` }]
  }
  return differences(playing)
}

/** How a step went another way than the model says, `null` when it did not. The model knows of no step that fails. */
async function carryOut(playing: Playing, step: Step): Promise<Verdict | null> {
  try {
    const [expected, actual] = await both(playing, step)
    for (const outcome of outcomesOf(step, expected)) playing.seen(outcome)
    for (const kind of roundKinds(playing.model)) playing.seen(kind)
    const [wanted, got] = [JSON.stringify(expected), JSON.stringify(actual)]
    return wanted === got ? null : { aspect: 'answers', what: `gave ${got}, not ${wanted}` }
  } catch (error) {
    return { aspect: 'errors', what: `failed: ${error instanceof Error ? error.stack : String(error)}` }
  }
}

/** The rounds that there are by now, and why each was handed off. */
function roundKinds({ cards }: Reference): string[] {
  return cards.flatMap(({ lead, round }) => {
    const number = Math.min(lead.rounds.indexOf(round) + 1, 4)
    return [`round ${number}`, `handed off by ${round.because}`]
  })
}

/** What came of a step, in a word or two; a rejection by its reason. */
function outcomesOf(step: Step, { list, refused, barrier, done }: Said): string[] {
  if (Array.isArray(list)) return list.map(({ became }: Said) => JSON.stringify({ became }))
  if (refused !== undefined) return [JSON.stringify(barrier === undefined ? { refused } : { barrier })]
  if (done === 'rejected' && step.do === 'reject') return [JSON.stringify({ done, as: step.reason })]
  return done === undefined || step.do === 'click-again' ? [] : [JSON.stringify({ done })]
}

/** What the model says and what the flows say, in the same words. */
async function both(playing: Playing, step: Step): Promise<[Said, Said]> {
  const { model } = playing
  switch (step.do) {
    case 'wait':
      waitFor(playing, step.minutes * 60 * secondMs)
      return [{}, {}]
    case 'deliver':
    case 'refuse':
    case 'delete':
    case 'drop':
    case 'drop-waiting':
    case 'retry':
    case 'move':
      await inSlack(playing, step)
      return [{}, {}]
    case 'receive':
      if (step.key !== null) playing.lastDelivery = step
      return deliverLead(playing, step)
    case 'receive-list': {
      const expected = { list: step.forms.map((form) => receive(model, form)) }
      return [expected, await receivedNow(playing, step.forms, null)]
    }
    case 'expire': {
      const card = cardAt(model, step.handoff)
      return [expire(model, card), await expired(playing, await handoffIdOf(playing, card))]
    }
    case 'save-stale':
      return saveStale(playing, step.handoff)
    case 'click-again':
      return playing.lastClick ? both(playing, playing.lastClick) : [{}, {}]
    case 'send-again':
      return playing.lastDelivery ? both(playing, playing.lastDelivery) : [{}, {}]
    case 'accept':
    case 'prepare':
    case 'show-contact':
    case 'praise':
    case 'reject': {
      playing.lastClick = step
      const card = cardAt(model, step.handoff)
      return [act(model, step, card), await click(playing, step, await handoffIdOf(playing, card))]
    }
  }
}

const secondMs = 1_000

/** No two steps happen at the same moment. */
function waitFor({ model, world }: Playing, ms: number): void {
  model.now += ms
  world.setClock(model.now)
}

/** What a sequence left waiting or refused is no matter of the next one. */
async function forgetTheLast({ rows }: World): Promise<void> {
  await rows(
    `UPDATE "Notice" SET state = 'dropped', settled = true, "failedAt" = NULL
     WHERE settled = false OR "failedAt" IS NOT NULL`,
    [],
  )
}

async function deliverLead(
  playing: Playing,
  { form, key }: Extract<Step, { do: 'receive' }>,
): Promise<[Said, Said]> {
  const { receipts } = playing.model
  const [body, earlier] = [JSON.stringify(form), key === null ? undefined : receipts.get(key)]
  const isReused = earlier !== undefined && earlier.body !== body
  const expected = isReused
    ? { refused: 'key-reused' }
    : (earlier?.answer ?? { list: [receive(playing.model, form)] })
  if (key !== null && !earlier) receipts.set(key, { body, answer: expected })
  if (earlier && !isReused) playing.seen('key repeated')
  return [expected, await receivedNow(playing, [form], key)]
}

async function receivedNow(playing: Playing, forms: Form[], key: number | null): Promise<Said> {
  const { world, names, leadIds } = playing
  const [body] = forms.map((form) => JSON.stringify(form))
  const receipt = { source: names.source('web'), key: String(key), bodyHash: body ?? '' }
  const delivery = { leads: forms.map((form) => received(names, form)), ...(key !== null && { receipt }) }
  try {
    const answers = await receiveLeads(world.deps, delivery)
    await learnIds(playing, answers)
    return { list: answers.map(({ became, leadId }) => ({ became, lead: leadIds.indexOf(leadId) })) }
  } catch (error) {
    if (error instanceof KeyReusedError) return { refused: 'key-reused' }
    throw error
  }
}

/** Leads get their ids as they come; a copy that is held beside its twin is not named in the answer. */
async function learnIds({ world, names, leadIds }: Playing, answers: { leadId: string }[]): Promise<void> {
  if (answers.length === 0) return
  const known = await world.rows(`SELECT id FROM "Lead" WHERE source = ANY($1) ORDER BY length(id), id`, [
    names.sources,
  ])
  leadIds.splice(0, leadIds.length, ...known.map(({ id }) => String(id)))
}

/** Two have read the same card; the second writes what it read before the first wrote. */
async function saveStale(playing: Playing, place: number): Promise<[Said, Said]> {
  const { world, model } = playing
  const card = cardAt(model, place)
  const handoffId = await handoffIdOf(playing, card)
  const read = await world.deps.db.leads.findByHandoff(handoffId)
  if (!card || !read) return [{}, {}]
  const first = act(model, { do: 'show-contact', who: 'U0CARLA', handoff: place }, card)
  const shown = await showContact(world.deps, { handoffId, userId: 'U0CARLA' })
  const by = { kind: 'person' as const, id: 'U0ANNA' }
  const second = decide(read.lead, { type: 'show-contact', handoffId }, { by, at: world.deps.now() })
  if (!second.ok) throw new Error('contact is shown of every lead')
  const saved = await world.deps.db.leads.save(second.value, []).then(
    () => 'saved',
    (error: unknown) => (error instanceof ConflictError ? 'conflict' : String(error)),
  )
  return [
    { ...first, refused: 'conflict' },
    { done: shown.ok ? 'show-contact' : 'refused', refused: saved },
  ]
}
