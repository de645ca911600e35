import { afterEach, beforeEach, expect, it } from 'vitest'
import { acceptLead } from '../../../src/flows/handoff/accept-lead.ts'
import { renderNotice } from '../../../src/slack/drawing/render-notice.ts'
import { engines } from '../../support/database.ts'
import { handOffOne, openDesk, type Desk } from '../../support/desk.ts'
import { aReceivedLead } from '../../support/leads.ts'

const [engine] = engines
let desk: Desk
beforeEach(async () => {
  if (!engine) throw new Error('no database engine to test on')
  desk = await openDesk(engine)
})
afterEach(() => desk[Symbol.asyncDispose]())

/** No channel is asked whether others read it: only the owner reads this. */
const noChannel = () => Promise.reject(new Error('a channel was asked'))

async function told(userId: string, about: string) {
  const { db, newId, now } = desk.deps
  await db.troubles.tell([{ id: newId(), lane: userId, about, content: { kind: 'asked-again' } }])
  const notice = await desk.outbox.claim({ now: now(), owner: 'test', leaseMs: 1000 })
  if (!notice) throw new Error('nothing waits')
  return renderNotice(notice, desk.deps, noChannel)
}

/** The round in which somebody asks again whom that person accepted. */
async function accepted(
  by: string,
  details: object = { request: 'a *demo*', message: 'x' },
): Promise<string> {
  const lead = aReceivedLead({ qualified: true, details })
  const handoffId = await handOffOne(desk, lead)
  await acceptLead(desk.deps, { handoffId, userId: by })
  const again = await handOffOne(desk, { ...lead, asksAgain: true })
  await desk.shown()
  return again
}

it('tells the owner who asks again for what, since when it is theirs, and where the card is', async () => {
  expect(await told('U0ANNA', await accepted('U0ANNA'))).toMatchObject({
    ...{ do: 'post', channel: 'U0ANNA', threadTs: null },
    message: {
      text: '*Mia Muster · Example GmbH* asked again: a ∗demo∗. You accepted it on 18 November 2026. Its new card is in <#C0LEADS>.',
    },
  })
})

it('in the language of that person, with what they wrote where nothing was asked for by name', async () => {
  const about = await accepted('U0BEN', { message: 'Bitte\nzurückrufen' })
  expect(await told('U0BEN', about)).toMatchObject({
    message: {
      text: '*Mia Muster · Example GmbH* fragt wieder an: Bitte zurückrufen. Angenommen hast du den Lead am 18. November 2026. Die neue Karte steht in <#C0LEADS>.',
    },
  })
})

it('without a word of what was asked, where nobody said it', async () => {
  expect(await told('U0ANNA', await accepted('U0ANNA', {}))).toMatchObject({
    message: { text: expect.stringContaining('* asked again. You accepted') },
  })
})

it.each([
  ['the lead is gone', async () => told('U0ANNA', 'no-handoff')],
  ['this person never accepted it', async () => told('U0BEN', await accepted('U0ANNA'))],
])('says nothing where %s', async (because, tell) => {
  expect(await tell()).toEqual({ do: 'nothing', because })
})
