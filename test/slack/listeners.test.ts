import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Deps } from '../../src/ports/deps.ts'
import { receiveLeads } from '../../src/flows/intake/receive-leads.ts'
import { startSandbox, type Sandbox, type SandboxMessage } from '../../src/sandbox/sandbox.ts'
import { connectSlack, type Slack } from '../../src/slack/connection/app.ts'
import { clickClient, postingClient } from '../../src/slack/connection/clients.ts'
import { startDelivery, type Delivery } from '../../src/slack/delivery/deliver.ts'
import { actions, rejectFields } from '../../src/slack/ids.ts'
import { slackPeople } from '../../src/slack/people/people.ts'
import { engines } from '../support/database.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { eventually } from '../support/patience.ts'
import { aReceivedLead } from '../support/leads.ts'

const log = pino({ level: 'silent' })
const [engine] = engines

describe('what a person can do in Slack', () => {
  let sandbox: Sandbox
  let desk: Desk
  let deps: Deps
  let slack: Slack
  let delivery: Delivery

  beforeEach(async () => {
    if (!engine) throw new Error('no database engine to test on')
    sandbox = await startSandbox({ postsPerSecond: 1000 })
    desk = await openDesk(engine)
    const config = { botToken: sandbox.botToken, appToken: sandbox.appToken, apiUrl: sandbox.apiUrl }
    const [began, base] = [performance.now(), desk.deps.now().getTime()]
    const now = () => new Date(base + performance.now() - began)
    deps = { ...desk.deps, now, people: slackPeople({ client: clickClient(config), now }) }
    const [client, settleMs] = [postingClient(config, 1_000), 1_000]
    delivery = startDelivery({
      ...{ outbox: desk.outbox, deps, client, log, settleMs },
      ...{ postsPerSecond: 1000, owner: 'test' },
    })
    slack = await connectSlack({ config, deps, log, nudge: delivery.nudge })
    await slack.start()
  })
  afterEach(async () => {
    await slack.stop(1_000)
    await delivery.stop()
    await sandbox.stop()
    await desk[Symbol.asyncDispose]()
  })

  const handOff = async (): Promise<SandboxMessage> => {
    await receiveLeads(deps, { leads: [aReceivedLead({ qualified: true })] })
    delivery.nudge()
    // As it looked when it was posted: the click of somebody who has not seen the update yet.
    return structuredClone(await sandbox.waitFor(() => sandbox.messages('C0LEADS')[0], 'the card'))
  }
  const told = (userId: string, count = 1) =>
    eventually(() => {
      const all = sandbox.ephemerals(userId)
      expect(all.length).toBeGreaterThanOrEqual(count)
      return all[count - 1]?.text ?? ''
    })
  const card = () => sandbox.messages('C0LEADS')[0]
  const buttons = () => JSON.stringify(card()?.blocks ?? [])

  it('locks the card of a lead that was accepted, and asks what made it good', async () => {
    await sandbox.as('U0ANNA').click(await handOff(), actions.accept)
    await eventually(() => expect(buttons()).not.toContain(actions.accept))
    expect(JSON.stringify(card())).toContain('<@U0ANNA>')
    const prompt = await sandbox.waitFor(() => sandbox.ephemerals('U0ANNA')[0], 'the prompt')
    await sandbox.as('U0ANNA').click(prompt, `${actions.praise}.clear-intent`)
    await eventually(() => expect(sandbox.ephemerals('U0ANNA')).toEqual([]))
    await eventually(() => expect(sandbox.thread('C0LEADS', card()?.ts ?? '')).toHaveLength(3))
  })

  it('tells the second person who was first, in their language', async () => {
    const stale = await handOff()
    await sandbox.as('U0ANNA').click(stale, actions.accept)
    await told('U0ANNA')
    await sandbox.as('U0BEN').click(stale, actions.accept)
    expect(await told('U0BEN')).toMatch(/<@U0ANNA>.*(angenommen|übernommen)/)
  })

  it('refuses guests and strangers privately, and changes nothing', async () => {
    const stands = await handOff()
    await sandbox.as('U0GUEST').click(stands, actions.accept)
    await sandbox.as('U0STRANGER').click(stands, actions.reject)
    await Promise.all([told('U0GUEST'), told('U0STRANGER')])
    expect(buttons()).toContain(actions.accept)
    expect(sandbox.as('U0STRANGER').view()).toBeUndefined()
  })

  it('asks for the evidence of the chosen reason, and locks the card with it', async () => {
    const anna = sandbox.as('U0ANNA')
    await anna.click(await handOff(), actions.reject)
    await sandbox.waitFor(() => anna.view(), 'the modal')
    const { fill } = anna
    await fill({ [rejectFields.reason]: 'company-fit' })
    const attribute = `${rejectFields.attribute}:company-fit`
    await eventually(() => expect(anna.view()?.blocks.map((block) => block.block_id)).toContain(attribute))
    await anna.submit({ [attribute]: 'employees', [`${rejectFields.actual}:company-fit`]: '12' })
    expect(anna.view()).toBeUndefined()
    await eventually(() => expect(buttons()).not.toContain(actions.accept))
    const [lead] = await deps.db.leads.search('Mia', 1)
    const evidence = { attribute: 'employees', stated: '400', actual: '12' }
    const decision = { kind: 'rejected', by: 'U0ANNA', reason: 'company-fit', evidence }
    expect(lead?.handoffs).toMatchObject([{ decision }])
  })

  it('says nothing to who closes the modal while a reason loads', async () => {
    const [anna, failed] = [sandbox.as('U0ANNA'), vi.spyOn(log, 'error')]
    await anna.click(await handOff(), actions.reject)
    await sandbox.waitFor(() => anna.view(), 'the modal')
    sandbox.faults.add({ kind: 'slow', method: 'views.update', seconds: 0.3 })
    await anna.fill({ [rejectFields.reason]: 'company-fit' })
    await eventually(() => expect(sandbox.faults.waiting()).toEqual([]))
    sandbox.state.modals.delete('U0ANNA')
    const late = expect.objectContaining({ method: 'views.update', answer: 'fault: slow' })
    await eventually(() => expect(sandbox.log).toContainEqual(late))
    await sandbox.as('U0BEN').command('/define', 'lead')
    await told('U0BEN')
    expect([failed.mock.calls, sandbox.ephemerals('U0ANNA')]).toEqual([[], []])
  })

  it('says beside the field that a note is missing', async () => {
    const anna = sandbox.as('U0ANNA')
    await anna.click(await handOff(), actions.reject)
    await sandbox.waitFor(() => anna.view(), 'the modal')
    await anna.submit({ [rejectFields.reason]: 'other' })
    expect(Object.keys(anna.view()?.errors ?? {})).toEqual([rejectFields.note])
  })

  it('says in the modal that somebody else decided while it was open', async () => {
    const [anna, ben, stands] = [sandbox.as('U0ANNA'), sandbox.as('U0BEN'), await handOff()]
    await anna.click(stands, actions.reject)
    await sandbox.waitFor(() => anna.view(), 'the modal')
    await ben.click(stands, actions.accept)
    await told('U0BEN')
    await anna.submit({ [rejectFields.reason]: 'spam' })
    expect(JSON.stringify(anna.view()?.blocks)).toContain('<@U0BEN>')
  })

  it('shows contact data in a modal, and remembers who looked', async () => {
    const anna = sandbox.as('U0ANNA')
    const stands = await handOff()
    expect(JSON.stringify(stands)).not.toContain('mia@example.com')
    await anna.click(stands, actions.showContact)
    const view = await sandbox.waitFor(() => anna.view(), 'the modal')
    expect(JSON.stringify(view.blocks)).toContain('mia@example.com')
    const [lead] = await deps.db.leads.search('Mia', 1)
    const history = await deps.db.leads.history(lead?.id ?? '')
    expect(history.at(-1)).toMatchObject({ type: 'contact-shown', by: { id: 'U0ANNA' } })
  })

  it.each([
    ['/persona', ''],
    ['/define', 'MQL'],
    ['/define', 'nonsense-word'],
    ['/lead', 'mine'],
    ['/lead', 'find nobody at all'],
    ['/digest', 'last'],
    ['/digest', 'yesterday'],
    ['/persona', 'help'],
  ])('answers “%s %s” privately', async (command, text) => {
    await sandbox.as('U0CARLA').command(command, text)
    expect((await told('U0CARLA')).length).toBeGreaterThan(5)
    expect(sandbox.messages('C0GENERAL')).toEqual([])
  })

  it('shares a definition with the channel when somebody wants that', async () => {
    const carla = sandbox.as('U0CARLA')
    await carla.command('/define', 'MQL')
    await told('U0CARLA')
    const [shown] = sandbox.ephemerals('U0CARLA')
    if (!shown) throw new Error('nothing was shown')
    await carla.click(shown, actions.shareDefinition)
    await eventually(() => expect(sandbox.messages('C0GENERAL')).toHaveLength(1))
  })

  it('answers a command it does not know', async () => {
    await sandbox.as('U0ANNA').command('/nonsense')
    expect(await told('U0ANNA')).not.toBe('')
  })

  it('shows App Home with the leads of the person', async () => {
    await sandbox.as('U0ANNA').click(await handOff(), actions.accept)
    await told('U0ANNA')
    const home = await sandbox.as('U0ANNA').home()
    expect(JSON.stringify(home.blocks)).toContain('Mia Muster')
    expect(JSON.stringify((await sandbox.as('U0GUEST').home()).blocks)).not.toContain('Mia Muster')
  })

  it('hides names in a channel that another organisation reads, unless the playbook allows it', async () => {
    const channel = sandbox.state.channels.find(({ id }) => id === 'C0LEADS')
    if (!channel) throw new Error('no channel')
    Object.assign(channel, { is_ext_shared: true })
    expect(JSON.stringify(await handOff())).not.toContain('Mia')
  })
})
