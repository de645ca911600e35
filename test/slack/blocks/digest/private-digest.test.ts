import { describe, expect, it } from 'vitest'
import { defaultPlaybook } from '../../../../prisma/seed.ts'
import { digestOf } from '../../../../src/domain/digest/digest-of.ts'
import { wilson } from '../../../../src/domain/statistics/wilson.ts'
import { violations } from '../../../../src/sandbox/limits/limits.ts'
import type { Reader } from '../../../../src/slack/blocks/parts/reader.ts'
import { managerDigest, ownDigest } from '../../../../src/slack/blocks/digest/private-digest.ts'
import { accepted, countedByHand, many } from '../../../support/cohort.ts'
import { at } from '../../../support/leads.ts'

const own = {
  ...{
    from: '2026-10-25T23:00:00.000Z',
    to: '2026-11-22T23:00:00.000Z',
    accepted: 18,
    rejected: 7,
    median: 45,
  },
  ...{ acceptance: wilson(18, 25), inTime: wilson(20, 25) },
}
const figures = digestOf(countedByHand(many(30, accepted({ workingMinutes: 20 }))), {
  ...{ week: '2026-W47', from: at('00:00'), to: at('23:00') },
})

describe.each(['en', 'de'] as const)('what one person alone reads in %s', (language) => {
  const look: Reader = { language, zone: 'Europe/Berlin', playbook: defaultPlaybook }

  it.each([
    ['own figures', ownDigest(own, look)],
    ['own figures without times', ownDigest({ ...own, median: null }, look)],
    ['a manager’s digest', managerDigest(figures, [], look)],
  ])('is %s, within Slack’s limits', (_what, message) => {
    expect(violations('message', message)).toEqual([])
    expect(message.text).toMatchSnapshot()
  })
})
