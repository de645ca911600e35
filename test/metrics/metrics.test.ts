import { expect, it } from 'vitest'
import type { Readings } from '../../src/flows/health/readings.ts'
import { openMetrics } from '../../src/metrics/open-metrics.ts'
import { at } from '../support/leads.ts'

const readings: Readings = {
  now: at('10:00'),
  database: { kind: 'PostgreSQL', answers: true },
  slack: { kind: 'socket', connected: true, connections: 2 },
  unstored: null,
  clock: { latenessMs: 250, sinceTickMs: 20_000 },
  shared: {
    queue: [
      { state: 'waiting', courier: 'slack', lane: 'C0LEADS', cause: null, count: 4, since: at('09:59') },
      {
        state: 'doubtful',
        courier: 'slack',
        lane: 'C0MARKETING',
        cause: 'HTTP 500',
        count: 1,
        since: at('09:58'),
      },
    ],
    troubles: [
      ...[{ lane: 'C0LEADS', cause: 'is_archived', count: 3, leads: 3, tries: 3, since: at('09:00') }].map(
        (trouble) => ({ ...trouble, isReport: false }),
      ),
    ],
    digestOverdueMs: 60_000,
  },
  postsPerSecond: 1,
}

it('counts what was done and shows how things stand, without a name', async () => {
  const { meter, text } = openMetrics()
  meter.attempted({ kind: 'card', outcome: 'sent', seconds: 0.2 })
  meter.attempted({ kind: 'card', outcome: 'never', seconds: 0.1 })
  meter.handled({ what: 'click', outcome: 'failed', seconds: 0.3 })
  meter.answered({ status: 202, seconds: 0.01 })
  const shown = await text(readings)
  for (const line of [
    'baton_deliveries_total{kind="card",outcome="sent"} 1',
    'baton_deliveries_total{kind="card",outcome="never"} 1',
    'baton_delivery_seconds_count{outcome="sent"} 1',
    'baton_slack_requests_seconds_count{what="click",outcome="failed"} 1',
    'baton_intake_requests_seconds_count{status="202"} 1',
    'baton_outbox_notices{state="waiting"} 4',
    'baton_outbox_notices{state="doubtful"} 1',
    'baton_outbox_notices{state="failed"} 3',
    'baton_outbox_oldest_seconds 120',
    'baton_digest_overdue_seconds 60',
    'baton_slack_connected 1',
    'baton_slack_connections 2',
    'baton_clock_lateness_seconds 0.25',
    'baton_database_up 1',
  ])
    expect(shown.split('\n')).toContain(line)
  expect(shown).toMatch(/baton_build_info\{version="\d+\.\d+\.\d+",node="v24/)
  expect(shown).toContain('process_resident_memory_bytes')
  expect(shown).not.toMatch(/C0LEADS|is_archived/)
})

it('shows no old numbers of a database that is away', async () => {
  const { text } = openMetrics()
  await text(readings)
  const shown = await text({ ...readings, database: { kind: 'PostgreSQL', answers: false }, shared: null })
  expect(shown).toContain('baton_database_up 0')
  expect(shown).toContain('baton_outbox_oldest_seconds Nan')
  expect(shown).not.toContain('baton_outbox_notices{')
})
