import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import own from '../../package.json' with { type: 'json' }
import type { Meter } from '../ports/meter.ts'
import type { Readings } from '../flows/health/readings.ts'
import { openGauges } from './gauges.ts'
import { openMeter } from './meter.ts'

export interface Metrics {
  meter: Meter
  contentType: string
  /** Everything in the text format of Prometheus, with how things stand now. */
  text(readings: Readings): Promise<string>
}

/** The numbers of one Baton: what it did, how it stands, and the process itself. */
export function openMetrics(): Metrics {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const build = new Gauge({
    ...{ name: 'baton_build_info', help: 'Which Baton this is', labelNames: ['version', 'node'] },
    registers: [register],
  })
  build.set({ version: own.version, node: process.version }, 1)
  const show = openGauges(register)
  return {
    meter: openMeter(register),
    contentType: register.contentType,
    text: (readings) => {
      show(readings)
      return register.metrics()
    },
  }
}
