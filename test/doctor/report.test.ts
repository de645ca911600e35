import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Check } from '../../src/doctor/checks.ts'
import { discreetly } from '../../src/doctor/discreet.ts'
import { examine, meet } from '../../src/doctor/examine.ts'
import { ok, problem, skipped, warning, type Finding } from '../../src/doctor/finding.ts'
import { lineOf, summaryOf, verdictOf } from '../../src/doctor/report.ts'
import { noSettingsFile } from '../../src/settings/settings-file.ts'

const long =
  'a channel that nobody has ever seen, and that is not likely to be seen by anybody in the years to come'

describe('the report of the doctor', () => {
  it.each([60, 80, 120])('keeps to %s columns, and what goes on stands in its own column', (width) => {
    const lines = lineOf(problem('handoffs channel', long, `Do ${long}.`), width).split('\n')
    expect(lines[0]).toMatch(/^✗ problem {3}handoffs channel {2}a channel/)
    for (const line of lines.slice(1)) expect(line).toMatch(/^ {30}\S|^ {32}\S/)
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width)
    expect(lines.filter((line) => line.includes('→'))).toHaveLength(1)
  })

  it('says each sign as a word, too', () => {
    const all = [ok('a', 'b'), warning('a', 'b', 'c'), problem('a', 'b', 'c'), skipped('a', 'b')]
    expect(all.map((finding) => lineOf(finding, 80).split('  ')[0])).toEqual([
      '✓ ok',
      '! warning',
      '✗ problem',
      '– skipped',
    ])
    expect(summaryOf(verdictOf(all))).toMatch(/^1 problem, 1 warning, 1 not looked at\. Begin/)
    expect(summaryOf(verdictOf([]))).toBe('No problem.')
  })

  it('holds no secret and no control sign, wherever they came from', () => {
    const env = {
      SLACK_BOT_TOKEN: 'xoxb-canary-1',
      DATABASE_URL: 'postgresql://baton:canary-2@db/baton',
      INTAKE_SOURCES: 'web=canary-3, crm=canary-4',
      SLACK_SIGNING_SECRET: 'canary-5',
    }
    const text = 'xoxb-canary-1 canary-2 canary-3 canary-4 canary-5 \u001B[31mred\u202E'
    const { says, todo } = discreetly(env)(problem('x', text, text))
    expect(`${says} ${todo}`).not.toMatch(/canary|\p{Cc}|\u202E/u)
    expect(says).toContain('red')
  })
})

describe('the checks of the doctor', () => {
  const look = async (all: Check[]): Promise<Finding[]> => {
    const patient = meet({ env: {}, file: noSettingsFile, now: () => new Date() })
    const found: Finding[] = []
    for await (const each of examine(patient, { all, limitMs: 50 })) found.push(...each)
    return found
  }

  it('stand for themselves: one that fails or hangs stops no other, and they keep their order', async () => {
    const found = await look([
      { name: 'slow', asks: '', look: () => wait(10).then(() => [ok('slow', 'well')]) },
      { name: 'broken', asks: '', look: () => Promise.reject(new Error('broken inside')) },
      { name: 'hanging', asks: '', look: () => new Promise(() => undefined) },
      { name: 'quick', asks: '', look: async () => [ok('quick', 'well')] },
    ])
    expect(found.map(({ sign, about }) => `${about} ${sign}`)).toEqual([
      'slow ok',
      'broken problem',
      'hanging problem',
      'quick ok',
    ])
    expect(found.map(({ says }) => says).join()).toMatch(/broken inside.*no answer within 0.05 s/)
  })
})
