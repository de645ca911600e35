import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { loadSampleLeads, type SampleLead } from '../../src/demo/sample-leads.ts'

const figuresSchema = z.object({
  leads: z.number(),
  accepted: z.number(),
  rejected: z.number(),
  digest: z.looseObject({
    week: z.string(),
    delivered: z.number(),
    accepted: z.number(),
    rejected: z.number(),
    open: z.number(),
    expired: z.number(),
    reasons: z.array(z.looseObject({ code: z.string(), count: z.number() })),
    praise: z.array(z.object({ code: z.string(), count: z.number() })),
  }),
})

test('tells the story of the sample leads and ends with the figures they add up to', async () => {
  const samples = await loadSampleLeads()
  const { stdout } = await promisify(execFile)('npm', ['run', 'demo', '--', '--json'], {
    maxBuffer: 64 * 1024 * 1024,
  })
  const figures = figuresSchema.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''))
  const delivered = samples.filter((s) => s.becomes === 'handed-off' && s.lead['test'] !== true)
  expect(figures).toMatchObject({
    leads: samples.length,
    accepted: count(samples, 'accept'),
    rejected: count(samples, 'reject'),
    digest: {
      delivered: delivered.length,
      accepted: count(samples, 'accept'),
      rejected: count(samples, 'reject'),
    },
  })
  expect(countsOf(figures.digest.reasons)).toEqual(tally(samples, 'reason'))
  expect(countsOf(figures.digest.praise)).toEqual(tally(samples, 'praise'))
  expect(figures.digest.open + figures.digest.expired).toBe(
    delivered.filter((sample) => !sample.sales).length,
  )
  expect(stdout).toContain('#marketing-feedback')
  expect(stdout).toMatch(/only (Anna|Ben) sees/)
})

function count(samples: SampleLead[], decision: 'accept' | 'reject'): number {
  return samples.filter((sample) => sample.sales && decision in sample.sales).length
}

function tally(samples: SampleLead[], field: 'reason' | 'praise'): Record<string, number> {
  const values = samples.flatMap(
    ({ sales }) => new Map<string, unknown>(Object.entries(sales ?? {})).get(field) ?? [],
  )
  return Object.fromEntries([...Map.groupBy(values, String)].map(([value, all]) => [value, all.length]))
}

function countsOf(counts: { code: string; count: number }[]): Record<string, number> {
  return Object.fromEntries(counts.map(({ code, count: n }) => [code, n]))
}
