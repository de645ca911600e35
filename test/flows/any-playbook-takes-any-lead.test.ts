import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultDefinitions, defaultPersonas } from '../../prisma/seed.ts'
import { say } from '../../src/domain/text/language.ts'
import { leadDetailsSchema } from '../../src/domain/lead/lead-details.ts'
import { decide, receive } from '../../src/domain/handoff/lifecycle.ts'
import { brokenRules } from '../../src/domain/playbook/playbook-rules.ts'
import { playbookSchema, type PlaybookDocument } from '../../src/domain/playbook/playbook.ts'
import type { ReceivedLead } from '../../src/domain/lead/received-lead.ts'
import { longestClockDays } from '../../src/domain/playbook/rules/clocks.ts'
import { wallTimeOf } from '../../src/domain/calendar/wall-clock.ts'
import { digestDueAt, weekToReport } from '../../src/domain/calendar/week.ts'
import { handOff } from '../../src/flows/intake/hand-off.ts'
import { importAgreement } from '../../src/flows/playbook/import-agreement.ts'
import { receiveLeads } from '../../src/flows/intake/receive-leads.ts'
import { readLead } from '../../src/intake/http/lead-body.ts'
import { violations } from '../../src/sandbox/limits/limits.ts'
import { leadCard } from '../../src/slack/blocks/card/lead-card.ts'
import { rejectModal } from '../../src/slack/blocks/card/reject-modal.ts'
import { engines } from '../support/database.ts'
import { openDesk } from '../support/desk.ts'
import { roundOf, shown } from '../support/leads.ts'
import { hardPlaybooks } from '../support/hard-playbooks.ts'
import { hostileLeads } from '../support/hostile-leads.ts'
import { agreementFile } from '../support/agree.ts'

const importedAt = new Date('2026-11-25T08:03:00Z')
const dayMs = 86_400_000

/** By the same rules as an import. */
const isTaken = (document: unknown): document is PlaybookDocument => {
  const parsed = playbookSchema.safeParse(document)
  return parsed.success && brokenRules(parsed.data, importedAt).length === 0
}
const generated = fc.sample(hardPlaybooks, { seed: 22, numRuns: 150 })
/** Judging takes longer than drawing: what is taken is found once. */
const taken = generated.filter(isTaken).map((document) => playbookSchema.parse(document))
const accepted = fc.constantFrom(...taken)

const hostile = hostileLeads.flatMap((body) => {
  const read = readLead(body, 'website', [])
  return read.ok ? [read.value] : []
})
const plain = fc
  .record(
    {
      employees: fc.integer({ min: 0, max: 10_000_000 }),
      title: fc.string({ minLength: 1 }),
      request: fc.constantFrom('demo', 'pricing', 'a'),
    },
    { requiredKeys: [] },
  )
  .map((details) => leadDetailsSchema.safeParse({ ...details, email: 'a@example.com' }))
  .filter(({ success }) => success)
  .map(({ data }): ReceivedLead => ({ source: 'website', details: data ?? { attributes: {} } }))
const leads = fc.oneof(fc.constantFrom(...hostile), plain)

const arrives = fc.date({ min: importedAt, max: new Date('2036-06-01'), noInvalidDate: true })
const rules = {
  personas: defaultPersonas.map((persona) => ({ ...persona, version: 1 })),
  definitions: defaultDefinitions.map((one) => ({ ...one, version: 1, since: importedAt })),
}

function handedOff(document: PlaybookDocument, lead: ReceivedLead, now: Date) {
  const playbook = { version: 2, author: 'Olga', since: importedAt, document }
  const held = receive('lead-1', lead, { by: { kind: 'source', name: lead.source }, at: now })
  const moment = { ...rules, playbook, now, newId: () => 'handoff-1' }
  const origin = { source: lead.source, campaign: lead.details.campaign ?? null }
  const candidate = { known: held, origin, follows: null, isReturn: false }
  const byItself = handOff(moment, { ...candidate, lead })
  const after = byItself ?? handOff(moment, { ...candidate, lead: { ...lead, qualified: true } })
  if (!after) throw new Error('a qualified lead is handed off')
  return roundOf(after.after)
}

describe('any playbook that is taken', () => {
  it('is of every corner, and the rules refuse many that are not', () => {
    expect(taken.length).toBeGreaterThan(generated.length / 8)
    expect(taken.length).toBeLessThan((generated.length * 4) / 5)
  })

  it('takes any lead, with a clock that ends', () => {
    const property = fc.property(accepted, leads, arrives, (document, received, now) => {
      const { handoff } = handedOff(document, received, now)
      expect(handoff.dueAt.getTime()).toBeGreaterThan(now.getTime())
      expect(handoff.dueAt.getTime()).toBeLessThan(now.getTime() + (longestClockDays + 3) * dayMs)
    })
    fc.assert(property, { seed: 22, numRuns: 150 })
  })

  it('shows it as Slack takes it, with every reason to choose from, and each can be given', () => {
    const property = fc.property(accepted, leads, (document, received) => {
      const round = handedOff(document, received, importedAt)
      const rejected = { type: 'reject', note: 'x', workingMinutes: null } as const
      const inUse = document.reasons.filter(({ retired }) => !retired)
      for (const language of ['en', 'de'] as const) {
        const look = { language, zone: document.zone, playbook: document }
        expect(violations('message', leadCard(shown(round.lead), look))).toEqual([])
        for (const chosen of [undefined, ...inUse.slice(0, 5).map(({ code }) => code)]) {
          const modal = rejectModal(round, look, { chosen, noteKeptBack: false })
          expect(violations('modal', modal)).toEqual([])
          expect(optionsIn(modal)).toEqual(inUse.map(({ code }) => code))
        }
        expect(inUse.filter(({ label }) => say(label, language).length > 75)).toEqual([])
      }
      for (const reason of inUse) {
        const evidence =
          reason.evidence.kind === 'none' ? null : { attribute: 'title', stated: null, actual: 'x' }
        const stamp = { by: { kind: 'person' as const, id: 'U0ANNA' }, at: importedAt }
        const command = { ...rejected, handoffId: round.handoff.id, reason, evidence }
        expect(decide(round.lead, command, stamp)).toMatchObject({ ok: true })
      }
    })
    fc.assert(property, { seed: 22, numRuns: 40 })
  })

  it('has a digest at its time, in every week of ten years', () => {
    for (const { zone, digest } of taken)
      for (let week = 1; week < 520; week++) {
        const now = new Date(importedAt.getTime() + week * 7 * dayMs)
        expect(weekToReport(now, zone, digest)).toMatch(/^20\d\d-W\d\d$/)
        const due = digestDueAt(now, zone, digest)
        expect([zone, new Date(wallTimeOf(due, zone)).toISOString().slice(11, 16)]).toEqual([
          zone,
          digest.time,
        ])
      }
  })
})

/** The reasons that a modal offers. */
function optionsIn({ blocks }: ReturnType<typeof rejectModal>): (string | undefined)[] {
  const select = blocks.flatMap((block) =>
    'element' in block && 'options' in block.element ? [block.element.options ?? []] : [],
  )
  return select[0]?.map(({ value }) => value) ?? []
}

describe.each(engines)('any playbook that is taken, on $name', (engine) => {
  it('comes in as a file, and takes what hostile senders send', async () => {
    await using desk = await openDesk(engine, importedAt)
    for (const [index, document] of taken.slice(0, 5).entries()) {
      const before = (await desk.deps.db.playbooks.current()).document.reasons
      const gone = before.filter(({ code }) => !document.reasons.some((one) => one.code === code))
      const reasons = [...document.reasons, ...gone.map((reason) => ({ ...reason, retired: true }))]
      const playbook = { ...document, reasons }
      const yaml = agreementFile({ basedOn: { playbook: index + 1 }, playbook })
      const imported = await importAgreement(desk.deps, { yaml, author: 'Olga' })
      expect(imported).toMatchObject({ ok: true, versions: [{ place: 'playbook', version: index + 2 }] })
      const batch = hostile.slice(index * 6, index * 6 + 6)
      const received = await receiveLeads(desk.deps, { leads: batch })
      expect(received.map(({ became }) => became)).toEqual(batch.map(() => 'handed-off'))
    }
  })
})
