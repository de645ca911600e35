import { Counter, Histogram, type Registry } from 'prom-client'
import type { Meter } from '../ports/meter.ts'

/** Counts what this process does. */
export function openMeter(register: Registry): Meter {
  const registers = [register]
  const attempts = new Counter({
    ...{ name: 'baton_deliveries_total', help: 'Attempts to show a notice in Slack, by kind and outcome' },
    ...{ labelNames: ['kind', 'outcome'], registers },
  })
  const posting = new Histogram({
    ...{ name: 'baton_delivery_seconds', help: 'How long an attempt took', labelNames: ['outcome'] },
    ...{ buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20], registers },
  })
  const acts = new Histogram({
    ...{ name: 'baton_slack_requests_seconds', help: 'Clicks, commands, modals and events, to their end' },
    ...{ labelNames: ['what', 'outcome'], buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10], registers },
  })
  const requests = new Histogram({
    ...{ name: 'baton_intake_requests_seconds', help: 'Requests to hand in leads, by status' },
    ...{ labelNames: ['status'], buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5], registers },
  })
  return {
    attempted: ({ kind, outcome, seconds }) => {
      attempts.inc({ kind, outcome })
      posting.observe({ outcome }, seconds)
    },
    handled: ({ what, outcome, seconds }) => acts.observe({ what, outcome }, seconds),
    answered: ({ status, seconds }) => requests.observe({ status }, seconds),
  }
}
