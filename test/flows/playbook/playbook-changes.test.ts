import { describe, expect, it } from 'vitest'
import { defaultPlaybook } from '../../../prisma/seed.ts'
import { changesBetween } from '../../../src/flows/playbook/playbook-changes.ts'

const { roles, reasons, scoring, workingHours, clocks } = defaultPlaybook
const lines = (changes: object) =>
  changesBetween(defaultPlaybook, { ...defaultPlaybook, ...changes }).map(
    ({ path, from, to }) => `${path}: ${from ?? '(nothing)'} → ${to ?? '(nothing)'}`,
  )

describe('what a new version of the playbook changes', () => {
  it.each<[string, object, string[]]>([
    ['nothing', {}, []],
    ['nothing that is stored', { scoring: { ...scoring, threshold: 50 }, more: undefined }, []],
    [
      'a role',
      { roles: { ...roles, sales: { groups: ['S0SALES'], users: [] } } },
      ['roles.sales: anybody → {"groups":["S0SALES"],"users":[]}'],
    ],
    ['a clock', { clocks: { ...clocks, firstTouch: 60 } }, ['clocks.firstTouch: 1440 → 60']],
    [
      'a reason that is retired and one that is new',
      {
        reasons: [
          ...reasons.map((one) => (one.code === 'spam' ? { ...one, retired: true } : one)),
          { ...reasons[0], code: 'budget' },
        ],
      },
      [
        'reasons.spam.retired: false → true',
        expect.stringMatching(/^reasons\.budget: \(nothing\) → \{"code":"budget".{30,60}…$/) as string,
      ],
    ],
    [
      'a rule, by its id',
      { scoring: { ...scoring, rules: scoring.rules.slice(1) } },
      [expect.stringMatching(/^scoring\.rules\.asked-for-a-demo: \{.*… → \(nothing\)$/) as string],
    ],
    [
      'the name of a rule',
      {
        scoring: {
          ...scoring,
          rules: scoring.rules.map((rule) => ({ ...rule, name: 'x', points: 40 })).slice(0, 1),
        },
      },
      expect.arrayContaining([
        'scoring.rules.asked-for-a-demo.name: {"en":"Asked for a demo","de":"Demo angefragt"} → x',
      ]),
    ],
    [
      'the order of the reasons',
      { reasons: reasons.toReversed() },
      ['reasons: in another order → in another order'],
    ],
    [
      'holidays',
      { workingHours: { ...workingHours, holidays: [...workingHours.holidays.slice(1), '2028-01-01'] } },
      ['workingHours.holidays: 2026-12-25 → (nothing)', 'workingHours.holidays: (nothing) → 2028-01-01'],
    ],
  ])('is said: %s', (_, changes, said) => {
    expect(lines(changes)).toEqual(said)
  })

  it('takes −0 for 0', () => {
    const zero = { ...defaultPlaybook, scoring: { ...scoring, threshold: 0 } }
    expect(changesBetween(zero, { ...zero, scoring: { ...scoring, threshold: -0 } })).toEqual([])
  })

  it('says one line for two entries alike of which one went', () => {
    expect(changesBetween({ of: ['a', 'a'] }, { of: ['a'] })).toEqual([{ path: 'of', from: 'a', to: null }])
  })
})
