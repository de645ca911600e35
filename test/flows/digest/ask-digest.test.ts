import { describe, expect, it } from 'vitest'
import { askDigest } from '../../../src/flows/digest/ask-digest.ts'
import { parseDigestRequest } from '../../../src/slack/requests/digest-request.ts'
import { engines } from '../../support/database.ts'
import { handOffOne, openDesk, type Desk } from '../../support/desk.ts'
import { aReceivedLead } from '../../support/leads.ts'

/** What a source may be called, and words of the command itself; some differ in signs alone. */
const sources = [
  ...['webinar', 'Webinar', '50 % off', '50% off', String.raw`O'Neil's %_\\ "x" --`, 'Messe Köln – Halle 3'],
  ...['🔥', '⭐', 'source persona', 'webinar last'],
]

async function handOffOfEach(desk: Desk): Promise<void> {
  for (const source of sources) {
    const details = { title: 'VP Sales', email: `${sources.indexOf(source)}@example.com` }
    await handOffOne(desk, aReceivedLead({ source, externalId: source, qualified: true, details }))
  }
}

async function asked({ deps }: Desk, text: string) {
  const request = parseDigestRequest(text)
  if (!request) throw new Error(`“${text}” is no request`)
  const outcome = await askDigest(deps, { ...request, userId: 'U0ANNA' })
  return outcome.ok ? outcome.value : outcome.refusal
}

describe.each(engines)('a digest that somebody asks for on $name', (engine) => {
  it('is of the source and the persona that were named, in any order, whatever the source is called', async () => {
    await using desk = await openDesk(engine)
    await handOffOfEach(desk)
    for (const [index, source] of sources.entries()) {
      const named = source.includes('"') ? source : `“${source}”`
      const text =
        index % 2 ? `source ${named} persona sales leader` : `this persona "Sales leader" quelle ${named}`
      expect(await asked(desk, text)).toMatchObject({
        ...{ found: 'figures', filter: { source, persona: 'sales-leader' }, figures: { delivered: 1 } },
      })
    }
  })

  it('names what it does not know, and what there is', async () => {
    await using desk = await openDesk(engine)
    await handOffOne(desk, aReceivedLead({ source: 'webinar', qualified: true }))
    expect(await asked(desk, 'source fair persona sales leader')).toEqual({
      ...{ found: 'no-source', term: 'fair', sources: ['webinar'] },
    })
    expect(await asked(desk, 'last source webinar')).toEqual({
      ...{ found: 'no-source', term: 'webinar', sources: [] },
    })
    expect(await asked(desk, "source webinar persona %_'\\")).toEqual({
      ...{ found: 'no-persona', term: "%_'\\", suggestions: [] },
    })
    expect(await asked(desk, 'persona it lead source webinar')).toMatchObject({
      ...{ found: 'figures', figures: { delivered: 0 } },
    })
  })
})
