import { describe, expect, it } from 'vitest'
import { defaultPlaybook } from '../../../prisma/seed.ts'
import { playbookSchema } from '../../../src/domain/playbook/playbook.ts'
import { reasonsGone } from '../../../src/domain/playbook/rules/reasons.ts'
import {
  between,
  brokenBy,
  due,
  everyDay,
  evidence,
  hot,
  hours,
  oneOf,
  reason,
  rules,
  when,
  type Changes,
} from './changed-playbooks.ts'

const { workingHours, reasons, scoring } = defaultPlaybook

describe('a playbook that works', () => {
  it.each<[string, Changes]>([
    ['the one that Baton brings', {}],
    ['with four hours a week', hours({ friday: [{ from: '09:00', to: '13:00' }] })],
    [
      'with blocks that touch',
      hours({
        ...workingHours.days,
        friday: [
          { from: '12:00', to: '18:00' },
          { from: '09:00', to: '12:00' },
        ],
      }),
    ],
    ['with a month off', hours(workingHours.days, everyDay(31))],
    ['with clocks that ring at once', hot(30, 30, 30)],
    [
      'with an hour in the night that clocks skip',
      hours({ ...workingHours.days, sunday: [{ from: '02:00', to: '03:00' }] }),
    ],
    ['with a digest on Sunday after the hour that is skipped', due('sunday', '03:00', 'Europe/Berlin')],
    ['with a digest in the skipped hour of another day', due('monday', '02:30', 'Europe/Berlin')],
    ['with a digest in that hour where clocks never change', due('sunday', '02:30', 'Asia/Kolkata')],
    ['with a threshold that no score reaches', { scoring: { ...scoring, threshold: 1_000_000 } }],
    ['that asks for an attribute', when({ field: 'attributes.visits', atLeast: 5 })],
    ['that asks for the source', when({ field: 'source', is: ['fair'] })],
    ['with a hundred reasons', { reasons: oneOf(100) }],
    ['with a number between two', rules(between(200, 200))],
    ['with rules of the same name', rules({}, {})],
    ['with more, retired', { reasons: [...oneOf(100), { ...reasons[1], label: 'Reason 1', retired: true }] }],
  ])('is taken: %s', (_, changes) => {
    expect(brokenBy(changes)).toEqual([])
  })
})

describe('a playbook that can’t work', () => {
  it.each<[string, Changes, RegExp]>([
    [
      'with a minute a week',
      hours({ monday: [{ from: '09:00', to: '09:01' }] }),
      /^clocks\.hot\.remindAfter: would not end: 92 days with these working hours and holidays hold 13 minutes/m,
    ],
    [
      'that never works for a quarter',
      hours(workingHours.days, everyDay(100)),
      /^clocks\.low\.managerAfter: would not end: .* hold 0 min/m,
    ],
    [
      'with a holiday of long ago',
      hours(workingHours.days, ['0206-12-25']),
      /^workingHours\.holidays\[0\]: a day from 2000 to 2099$/,
    ],
    [
      'with holidays without end',
      hours(workingHours.days, everyDay(1001)),
      /^workingHours\.holidays: at most 1000 days$/m,
    ],
    [
      'that reminds after it returned',
      hot(31, 30, 60),
      /^clocks\.hot: put in order: remindAfter 31, returnAfter 30/,
    ],
    ['that tells a manager before', hot(15, 30, 29), /^clocks\.hot: put in order: .*managerAfter 29/],
    [
      'on Sunday at 02:30',
      due('sunday', '02:30', 'Europe/Berlin'),
      /^digest\.time: the clocks of Europe\/Berlin skip 02:30 on 2027-03-28/,
    ],
    [
      'at a midnight that is skipped',
      due('friday', '00:00', 'Africa/Cairo'),
      /^digest\.time: the clocks of Africa\/Cairo skip 00:00 on 20\d\d-04-/,
    ],
    [
      'about a field that does not exist',
      when({ field: 'titel', is: ['VP'] }),
      /^tiers\.hot\[0\]\.field: a lead has no field titel: did you mean title/,
    ],
    [
      'about a field of every object',
      when({ field: 'constructor', present: true }),
      /^tiers\.hot\[0\]\.field: a lead has no field constructor/,
    ],
    ['that counts a text', when({ field: 'title', atLeast: 5 }), /^tiers\.hot\[0\]: title is a text/],
    [
      'about a word without a letter',
      when({ field: 'title', word: ['VP', '++'] }),
      /^tiers\.hot\[0\]\.word\[1\]: holds no letter/,
    ],
    [
      'with words without end',
      when({ field: 'title', is: Array(2001).fill('x') }),
      /^scoring\.rules: with the tiers, \d+ words and numbers/,
    ],
    [
      'with a huge threshold',
      { scoring: { ...scoring, threshold: 1e15 } },
      /^scoring\.threshold: from −1000000 to 1000000$/,
    ],
    [
      'with a name that is cut',
      {
        scoring: {
          ...scoring,
          rules: [
            { id: 'long', name: 'x'.repeat(101), points: 1, when: [{ field: 'title', present: true }] },
          ],
        },
      },
      /^scoring\.rules\[0\]\.name: has 101 characters, and at most 100/,
    ],
    [
      'with a label that is cut',
      reason({ label: { en: 'x', de: 'x'.repeat(76) } }),
      /^reasons\[0\]\.label: has 76 characters, and at most 75/,
    ],
    [
      'with two labels alike',
      { reasons: [...reasons, { ...reasons[0], code: 'twin' }] },
      /^reasons\[8\]\.label: the label of duplicate, too/,
    ],
    [
      'with more reasons than Slack shows',
      { reasons: oneOf(101) },
      /^reasons: 101 are in use, and Slack shows 100/,
    ],
    [
      'that suggests no field',
      evidence({ suggests: 'phnoe' }),
      /^reasons\[0\]\.evidence\.suggests: a lead has no field phnoe: did you mean phone\?$/,
    ],
    [
      'that suggests an attribute, which no modal offers',
      evidence({ suggests: 'attributes.x' }),
      /^reasons\[0\]\.evidence\.suggests: a lead has no field attributes\.x/,
    ],
    [
      'that asks for nothing and needs it',
      reason({ evidence: { kind: 'none', required: true } }),
      /^reasons\[0\]\.evidence\.required: nothing can be given/,
    ],
  ])('is refused with the reason: %s', (_, changes, said) => {
    expect(brokenBy(changes).join('\n')).toMatch(said)
  })

  it('has lost a reason of the one before', () => {
    const without = playbookSchema.parse({ ...defaultPlaybook, reasons: reasons.slice(1) })
    expect(reasonsGone(without, defaultPlaybook)).toEqual([
      { path: ['reasons'], remedy: expect.stringMatching(/^duplicate is gone/) as string },
    ])
    expect(reasonsGone(defaultPlaybook, without)).toEqual([])
  })
})
