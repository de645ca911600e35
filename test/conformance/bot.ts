import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { z } from 'zod'
import { startBaton, type Baton } from '../../src/baton.ts'
import { latestHandoff } from '../../src/domain/lead/lead.ts'
import { readConfig } from '../../src/settings/config.ts'
import { agree } from '../support/agree.ts'

const bearer = 'conformance-secret'

/** Wednesday, 18 November 2026, 09:03 in Berlin. */
const wednesday = new Date('2026-11-18T08:03:00Z')

/** The real bot, connected to a peer. */
export interface Bot extends AsyncDisposable {
  baton: Baton
  setClock(instant: Date): void
  /** Sends one lead through the intake. @returns the id of its handoff */
  receive(lead: Record<string, unknown>): Promise<string>
}

interface Setting {
  slack: Record<string, string>
  channels: { handoffs: string; marketing: string }
}

export async function startBot({ slack, channels }: Setting): Promise<Bot> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-conformance-'))
  let offset = wednesday.getTime() - Date.now()
  const now = () => new Date(Date.now() + offset)
  const config = readConfig({
    ...slack,
    ...{ SLACK_POSTS_PER_SECOND: '50', DELIVERY_SETTLE_SECONDS: '3' },
    ...{ DATA_DIR: join(folder, 'data'), INTAKE_PORT: '0', INTAKE_SOURCES: `website=${bearer}` },
  })
  if (!config.ok) throw new Error(config.problems.join('\n'))
  const log = pino({ level: process.env['TEST_LOG'] ?? 'silent' })
  const clear = () => rm(folder, { recursive: true, force: true })
  const baton = await startBaton(config.value, { now, newId: randomUUID, log }).catch(
    async (error: unknown) => {
      await clear()
      throw error
    },
  )
  const { db } = baton.deps
  const { document } = await db.playbooks.current()
  await agree(db, { ...document, channels }, { author: 'Conformance', at: now() })
  return {
    baton,
    setClock: (instant) => void (offset = instant.getTime() - Date.now()),
    receive: (lead) => receive(baton, lead),
    [Symbol.asyncDispose]: async () => {
      await baton.stop()
      await clear()
    },
  }
}

async function receive({ intakeUrl, deps }: Baton, lead: Record<string, unknown>): Promise<string> {
  const response = await fetch(`${intakeUrl}/v1/leads`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
    body: JSON.stringify(lead),
  })
  if (response.status !== 202)
    throw new Error(`the intake answered ${response.status}: ${await response.text()}`)
  const [first] = acceptedSchema.parse(await response.json()).leads
  const stored = await deps.db.leads.find(first.leadId)
  const handoff = stored && latestHandoff(stored)
  if (!handoff) throw new Error(`${String(lead['name'])} was not handed off`)
  return handoff.id
}

const acceptedSchema = z.object({ leads: z.tuple([z.object({ leadId: z.string() })]) })
