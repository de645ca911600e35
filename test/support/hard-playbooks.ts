import * as fc from 'fast-check'
import { defaultPlaybook } from '../../prisma/seed.ts'
import { leadFields } from '../../src/domain/lead/lead-details.ts'
import { languages, type Localized } from '../../src/domain/text/language.ts'
import { evidenceKinds, reasonFamilies } from '../../src/domain/handoff/reasons.ts'
import { severalLines } from '../../src/domain/text/visible-text.ts'
import { weekdays } from '../../src/domain/calendar/working-hours.ts'
import { attacks } from './attacks.ts'

const dayMs = 86_400_000
const twoDigits = (n: number) => String(n).padStart(2, '0')
const timeAt = (minute: number) => `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`
const time = fc.integer({ min: 0, max: 1439 }).map(timeAt)
/** Around the hours that clocks skip or repeat. */
const nightly = fc.integer({ min: 0, max: 239 }).map(timeAt)

const zone = fc.oneof(
  fc.constantFrom(
    'Europe/Berlin',
    'Africa/Cairo',
    'Africa/Casablanca',
    'Australia/Lord_Howe',
    'Pacific/Apia',
  ),
  fc.constantFrom('America/Havana', 'Antarctica/Troll', 'Asia/Beirut', 'Etc/GMT+12', 'UTC', '+05:30'),
  fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
)

/** Blocks that do not overlap; in no order, and some of a minute. */
const day = fc
  .uniqueArray(fc.oneof(time, nightly), { maxLength: 8 })
  .map((times) => times.toSorted())
  .map((times) =>
    times.flatMap((from, index) => {
      const to = times[index + 1]
      return index % 2 === 0 && to !== undefined ? [{ from, to }] : []
    }),
  )
  .chain((blocks) => fc.shuffledSubarray(blocks, { minLength: blocks.length }))
const days = fc.dictionary(fc.constantFrom(...weekdays), day, { minKeys: 1 })

const holidays = fc
  .array(fc.record({ from: fc.integer({ min: 0, max: 4000 }), days: fc.integer({ min: 1, max: 100 }) }), {
    maxLength: 3,
  })
  .map((spans) =>
    spans.flatMap(({ from, days: count }) =>
      Array.from({ length: count }, (_, n) =>
        new Date(Date.UTC(2026, 0, 1) + (from + n) * dayMs).toISOString().slice(0, 10),
      ),
    ),
  )

const minutes = fc.oneof(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 1, max: 12_000 }))
const clock = fc.tuple(minutes, minutes, minutes).map((three) => {
  const [remindAfter = 1, returnAfter = 1, managerAfter = 1] = three.toSorted((a, b) => a - b)
  return { remindAfter, returnAfter, managerAfter }
})

/** Control characters are refused before anything is read. */
const word = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 75 }),
    fc.constantFrom(...attacks.map(({ text }) => text)).map((text) => text.slice(0, 75).toWellFormed()),
    fc.constantFrom('VP', 'demo', 'a', '.*', '<!channel>', '*bold*', '&amp;'),
  )
  .map((text) => text.replaceAll(/\p{Cc}/gu, '') || 'x')
  .map((text) => (severalLines(text) === '' ? `${text}x` : text))
const localized = fc.oneof(word, fc.record({ en: word, de: word }))
const words = fc.array(word, { minLength: 1, maxLength: 5 })
const field = fc.oneof(
  fc.constantFrom(...leadFields, 'source'),
  word.map((name) => `attributes.${name}`),
)
const counted = fc.constantFrom('employees', 'attributes.visits')
const number = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer())
const condition = fc.oneof(
  fc.record({ field, is: words }),
  fc.record({ field, contains: words }),
  fc.record({ field, word: words }),
  fc.record({ field, present: fc.boolean() }),
  fc.record({ field: counted, atLeast: number }),
  fc.record({ field: counted, atMost: number }),
)
const slug = fc.stringMatching(/^[a-z][a-z0-9-]{1,39}$/)
const rule = fc.record({
  id: slug,
  name: localized,
  points: fc.integer({ min: -100, max: 100 }),
  when: fc.array(condition, { minLength: 1, maxLength: 4 }),
})

const rarely = fc.integer({ min: 0, max: 40 }).map((n) => n === 40)
const asked = { ask: localized, suggests: fc.constantFrom(...leadFields) }
const evidence = fc.oneof(
  ...evidenceKinds.map((kind) =>
    fc.record(
      { kind: fc.constant(kind), required: kind === 'none' ? rarely : fc.boolean(), ...asked },
      { requiredKeys: ['kind'] },
    ),
  ),
)
const reason = fc.record({
  code: slug,
  label: localized,
  family: fc.constantFrom(...reasonFamilies),
  evidence,
  noteRequired: fc.boolean(),
})
/** Those of the version before can't be deleted. */
const retired = defaultPlaybook.reasons.map((one) => ({ ...one, retired: true }))
/** No two alike, as long as Slack shows. */
function numbered(label: Localized, index: number): Localized {
  const cut = (text: string) => `${index} ${text}`.slice(0, index === 20 ? 80 : 75).toWellFormed()
  return typeof label === 'string' ? cut(label) : { en: cut(label.en), de: cut(label.de) }
}

const codes = { selector: ({ code }: { code: string }) => code, size: 'max' } as const
const reasons = fc
  .oneof(
    { weight: 5, arbitrary: fc.uniqueArray(reason, { ...codes, minLength: 1, maxLength: 30 }) },
    // About as many as Slack shows.
    { weight: 1, arbitrary: fc.uniqueArray(reason, { ...codes, minLength: 99, maxLength: 102 }) },
  )
  .map((all) => all.map((one, index) => ({ ...one, label: numbered(one.label, index) })))
  .map((all) => [...all, ...retired.filter(({ code }) => !all.some((one) => one.code === code))])

/** Times that clocks skip once a year, where a change of the clocks comes on that day. */
const skipped = fc.constantFrom(
  { zone: 'Europe/Berlin', weekday: 'sunday', time: '02:30' },
  { zone: 'Africa/Cairo', weekday: 'friday', time: '00:10' },
  { zone: 'America/Havana', weekday: 'sunday', time: '00:59' },
  { zone: 'Australia/Lord_Howe', weekday: 'sunday', time: '02:10' },
)

const documents = fc.record({
  language: fc.constantFrom(...languages),
  zone,
  channels: fc.constant(defaultPlaybook.channels),
  roles: fc.constant(defaultPlaybook.roles),
  workingHours: fc.record({ days, holidays }),
  clocks: fc.record({ hot: clock, standard: clock, low: clock, firstTouch: minutes }),
  tiers: fc.record({
    hot: fc.array(condition, { maxLength: 5 }),
    low: fc.array(condition, { maxLength: 5 }),
  }),
  scoring: fc.record({
    threshold: fc.integer({ min: -1_000_000, max: 1_000_000 }),
    rules: fc.uniqueArray(rule, { selector: ({ id }) => id, maxLength: 20 }),
  }),
  reasons,
  digest: fc.record({
    weekday: fc.constantFrom(...weekdays),
    time: fc.oneof(time, nightly),
    emptyWeek: fc.constantFrom('silent', 'one-line'),
  }),
  privacy: fc.record({ personalDataInSharedChannels: fc.boolean() }),
})

/** Playbooks of the right shape in every corner of the schema; many of them break a rule. */
export const hardPlaybooks = fc
  .tuple(documents, fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: skipped }))
  .map(([document, point]) => {
    if (point === null) return document
    const { zone: where, ...when } = point
    return { ...document, zone: where, digest: { ...document.digest, ...when } }
  })
