import { Gauge, type Registry } from 'prom-client'
import { oldestMs, waiting, type Readings } from '../flows/health/readings.ts'

const shared = 'Of the database, alike in every instance: take max()'

/** How things stand when somebody asks. */
export function openGauges(register: Registry): (readings: Readings) => void {
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [register] })
  const database = gauge('baton_database_up', 'Whether the database answers')
  const connected = gauge('baton_slack_connected', 'Whether Slack can reach this instance')
  const connections = gauge(
    'baton_slack_connections',
    'Connections of the app, as the last hello counted them',
  )
  const lateness = gauge('baton_clock_lateness_seconds', 'How late the last tick of the clock came')
  const sinceTick = gauge('baton_clock_since_tick_seconds', 'How long ago that was')
  const oldest = gauge('baton_outbox_oldest_seconds', `How long the oldest notice waits. ${shared}`)
  const overdue = gauge('baton_digest_overdue_seconds', `How long a digest is due and not done. ${shared}`)
  const length = new Gauge({
    ...{ name: 'baton_outbox_notices', help: `Notices by state. ${shared}`, labelNames: ['state'] },
    registers: [register],
  })
  return (readings) => {
    const { slack, clock, shared: known } = readings
    database.set(Number(readings.database.answers))
    connected.set(Number(slack.connected))
    connections.set(slack.connections ?? 0)
    lateness.set((clock.latenessMs ?? 0) / 1000)
    sinceTick.set(clock.sinceTickMs / 1000)
    // What the database does not tell is not known: better no number than an old one.
    for (const one of [oldest, overdue, length]) one.reset()
    if (!known) return [oldest, overdue].forEach((one) => one.set(Number.NaN))
    oldest.set(oldestMs(readings) / 1000)
    overdue.set(known.digestOverdueMs / 1000)
    length.set({ state: 'waiting' }, waiting(known.queue, 'waiting'))
    length.set({ state: 'doubtful' }, waiting(known.queue, 'doubtful'))
    length.set(
      { state: 'failed' },
      known.troubles.reduce((sum, { count }) => sum + count, 0),
    )
  }
}
