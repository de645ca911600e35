import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { defaultPlaybook } from '../../../prisma/seed.ts'
import { playbookSchema } from '../../../src/domain/playbook/playbook.ts'
import { longestDocument, readDocument } from '../../../src/flows/playbook/read-document.ts'

const yaml = stringify(defaultPlaybook, { aliasDuplicateObjects: false })
const problemsIn = (text: string) => {
  const read = readDocument(text, playbookSchema)
  return read.ok ? [] : read.problems.map(({ path, remedy }) => `${path || '(whole)'}: ${remedy}`)
}
const instead = (what: string, other: string) => {
  expect(yaml).toContain(what)
  return yaml.replace(what, other)
}

describe('a document in YAML', () => {
  it.each([
    ['with a byte order mark', `\uFEFF${yaml}`],
    [
      'with an alias',
      instead('handoffs: C0LEADS', 'handoffs: &channel C0LEADS').replace('C0MARKETING', '*channel'),
    ],
    ['in JSON', JSON.stringify(defaultPlaybook)],
    ['with line ends of Windows', yaml.replaceAll('\n', '\r\n')],
    ['that says it is of YAML 1.1, where 09:00 is a number', `%YAML 1.1\n---\n${yaml}`],
  ])('is read %s', (_, text) => {
    expect(problemsIn(text)).toEqual([])
  })

  it.each([
    ['empty', '', '(whole): is empty'],
    ['only a comment', '# to come\n', '(whole): is empty'],
    ['a list', '- zone: UTC', '(whole): give an object'],
    ['a key twice', `${yaml}zone: UTC\n`, /^line \d+: this key stands here twice: keep one of them$/m],
    ['a second document', `${yaml}---\nzone: UTC\n`, /^line \d+: a second document begins here/m],
    ['a tab', instead('\n  handoffs:', '\n\thandoffs:'), /^line 4: begins with a tab: indent with blanks$/m],
    ['a tag', instead('language: en', 'language: !env en'), 'line 1: not YAML: Unresolved tag: !env'],
    [
      'a merge key',
      instead('zone:', '<<: { a: b }\nzone:'),
      '<<: write out what it merges: merge keys are not read',
    ],
    [
      'an alias of nothing',
      instead('C0LEADS', '*leads'),
      /write it without aliases: Unresolved alias.*leads/m,
    ],
    [
      'a number for a text',
      instead('code: spam', 'code: 1'),
      'reasons[2].code: give a text: put 1 in quotes',
    ],
    ['yes for true', instead('Channels: false', 'Channels: yes'), /give true or false: yes is a text$/m],
    ['a key left empty', instead('language: en', 'language:'), 'language: is empty: use one of en, de'],
    ['a part left out', instead('language: en', ''), 'language: is missing: use one of en, de'],
    [
      'a sign of no text',
      instead('zone: Europe/Berlin', String.raw`zone: "Europe/Berlin\0"`),
      /^line 2: holds a sign that nobody/m,
    ],
    [
      'half a sign',
      instead('zone: Europe/Berlin', String.raw`zone: "\ud83d"`),
      /^line 2: holds a sign that nobody/m,
    ],
    [
      'a holiday that is no day',
      instead('2026-12-25', '25.12.2026'),
      'workingHours.holidays[0]: give a day such as 2026-12-25',
    ],
    ['a list of nothing', instead('reasons:', 'reasons: []\nother:'), 'reasons: at least 1 entry'],
    ['not a number', instead('threshold: 50', 'threshold: .nan'), 'scoring.threshold: give a number'],
    ['no end of points', instead('points: 40', 'points: .inf'), 'scoring.rules[0].points: give a number'],
  ])('is refused with a sentence: %s', (_, text, said) => {
    expect(problemsIn(text).join('\n')).toMatch(said)
  })

  const lists = Array.from(
    { length: 9 },
    (_, n) => `l${n + 1}: &l${n + 1} [${Array(9).fill(`*l${n}`).join(', ')}]`,
  )
  it.each([
    [
      'by its size',
      `${yaml}# ${'x'.repeat(10_000_000)}`,
      /^\(whole\): has 97\d\d kB, and at most 256 kB are read$/,
    ],
    ['just above the limit', 'x'.repeat(longestDocument + 1), /has 257 kB/],
    ['that unfolds without end', ['l0: &l0 [lol]', ...lists].join('\n'), /without aliases/],
    ['of lists in lists', '['.repeat(200_000), /is too large/],
    ['of dashes', '- '.repeat(100_000), /is too large/],
    ['of keys in keys', '{a: '.repeat(50_000), /is too large/],
    ['of a list without end', `[${'1,'.repeat(100_000)}1]`, /is too large/],
    ['of keys without end', Array.from({ length: 20_000 }, (_, n) => `k${n}:`).join('\n'), /is too large/],
  ])('is refused before it is unfolded: %s', (_, text, said) => {
    expect(problemsIn(text)).toEqual([expect.stringMatching(said)])
  })
})
