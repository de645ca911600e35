import { describe, expect, it } from 'vitest'
import { defaultPlaybook } from '../../../prisma/seed.ts'
import { between, brokenBy, hours, reason, rules, when, type Changes } from './changed-playbooks.ts'

const { workingHours, clocks } = defaultPlaybook

describe('a playbook that makes no sense, although such a one may have been stored before', () => {
  it.each<[string, Changes, RegExp]>([
    ['where nobody ever works', hours({}), /^workingHours\.days: give at least one day working hours$/m],
    [
      'with a block that ends before it begins',
      hours({ ...workingHours.days, friday: [{ from: '10:00', to: '09:00' }] }),
      /^workingHours\.days\.friday\[0\]: a block ends after it begins$/,
    ],
    [
      'with blocks that overlap',
      hours({
        ...workingHours.days,
        friday: [
          { from: '09:00', to: '12:00' },
          { from: '08:00', to: '09:30' },
        ],
      }),
      /^workingHours\.days\.friday: the blocks of a day do not overlap$/,
    ],
    ['with an offset for a zone', { zone: '+02:00' }, /^zone: name the zone, such as Europe\/Berlin/],
    [
      'with a clock of months',
      { clocks: { ...clocks, firstTouch: 12_001 } },
      /^clocks\.firstTouch: at most 12000 minutes$/,
    ],
    ...['', ' ', '\u200b'].flatMap((text): [string, Changes, RegExp][] => [
      [
        `that looks for nothing: ${JSON.stringify(text)}`,
        when({ field: 'title', is: ['VP', text] }),
        /^tiers\.hot\[0\]\.is\[1\]: write something that can be seen$/,
      ],
    ]),
    [
      'that looks for a blank in a text',
      rules({ when: [{ field: 'title', contains: [' '] }] }),
      /^scoring\.rules\[0\]\.when\[0\]\.contains\[0\]: write something/,
    ],
    [
      'with a label that nobody sees',
      reason({ label: { en: '\u200b', de: 'x' } }),
      /^reasons\[0\]\.label\.en: write something that can be seen$/,
    ],
    [
      'with a number that is never between two',
      rules({}, between(200, 100)),
      /^scoring\.rules\[1\]\.when: no employees is at least 200 and at most 100: correct one of them$/,
    ],
    [
      'with two rules of one id',
      rules({ id: 'demo' }, {}, { id: 'demo' }),
      /^scoring\.rules\[2\]\.id: rules\[0\] has it, too: give each rule an id of its own$/,
    ],
  ])('is refused with the reason: %s', (_, changes, said) => {
    expect(brokenBy(changes).join('\n')).toMatch(said)
  })
})
