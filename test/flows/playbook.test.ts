import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { defaultDefinitions, defaultPersonas, defaultPlaybook } from '../../prisma/seed.ts'
import { exportAgreement } from '../../src/flows/playbook/export-agreement.ts'
import { importAgreement } from '../../src/flows/playbook/import-agreement.ts'
import { agreementFile } from '../support/agree.ts'
import { engines } from '../support/database.ts'
import { openDesk, type Desk } from '../support/desk.ts'

const author = 'Olga Ops'
const taken = (desk: Desk, yaml: string) => importAgreement(desk.deps, { yaml, author })
const problemsOf = async (desk: Desk, yaml: string) => {
  const answer = await taken(desk, yaml)
  return answer.ok ? [] : answer.problems.map(({ path, remedy }) => `${path}: ${remedy}`)
}
/** An exported file with one text in it replaced by another. */
const edited = (yaml: string, ...pairs: [what: string, other: string][]) =>
  pairs.reduce((text, [what, other]) => {
    expect(text).toContain(what)
    return text.replace(what, other)
  }, yaml)

const zone: [string, string] = ['zone: Europe/Berlin', 'zone: Europe/Lisbon']
const opener: [string, string] = [
  'How long does a demo request wait at your company before somebody calls?',
  'Who calls first?',
]
const clause: [string, string] = ['One of e-mail, phone or external id is known.', 'An e-mail is known.']

describe.each(engines)('what both teams agreed on, on $name', (engine) => {
  it('comes out as YAML that explains itself and changes nothing when it goes back in', async () => {
    await using desk = await openDesk(engine)
    const yaml = await exportAgreement(desk.deps)
    for (const said of ['# Time zone of the week', 'stays as it is', '# Whom we want to reach'])
      expect(yaml).toContain(said)
    const byKey = (a: { key: string }, b: { key: string }) => a.key.localeCompare(b.key)
    const ones = (all: { key: string }[]) => Object.fromEntries(all.map(({ key }) => [key, 1]))
    expect(parse(yaml)).toEqual({
      format: 2,
      basedOn: { playbook: 1, personas: ones(defaultPersonas), definitions: ones(defaultDefinitions) },
      playbook: defaultPlaybook,
      personas: defaultPersonas.toSorted(byKey),
      definitions: defaultDefinitions.toSorted(byKey),
    })
    expect(await taken(desk, yaml)).toEqual({ ok: true, versions: [], changes: [] })
    expect(await desk.deps.db.playbooks.version()).toBe(1)
  })

  it('becomes a new version of each document that changed, with its author, and says what changed', async () => {
    await using desk = await openDesk(engine)
    const yaml = edited(await exportAgreement(desk.deps), zone, opener, clause)
    expect(await taken(desk, yaml)).toEqual({
      ok: true,
      versions: [
        { place: 'playbook', version: 2 },
        { place: 'personas.sales-leader', version: 2 },
        { place: 'definitions.lead', version: 2 },
      ],
      changes: [
        { path: 'playbook.zone', from: 'Europe/Berlin', to: 'Europe/Lisbon' },
        { path: 'personas.sales-leader.use.opener.en', from: `${opener[0].slice(0, 59)}…`, to: opener[1] },
        expect.objectContaining({ path: 'definitions.lead.clauses' }),
        expect.objectContaining({ path: 'definitions.lead.clauses' }),
      ],
    })
    const { playbooks, personas } = desk.deps.db
    expect(await playbooks.current()).toMatchObject({
      version: 2,
      author,
      document: { zone: 'Europe/Lisbon' },
    })
    expect(Object.fromEntries(await personas.versions())).toEqual(
      Object.fromEntries(defaultPersonas.map(({ key }) => [key, key === 'sales-leader' ? 2 : 1])),
    )
    expect((await personas.all()).find(({ key }) => key === 'sales-leader')?.use.opener).toMatchObject({
      en: opener[1],
    })
  })

  it('keeps what the file leaves out, and takes what is new', async () => {
    await using desk = await openDesk(engine)
    const [persona] = defaultPersonas
    const personas = [{ ...persona, key: 'cfo', aliases: ['CFO'] }]
    expect(await taken(desk, stringify({ format: 2, basedOn: {}, personas }))).toMatchObject({
      versions: [{ place: 'personas.cfo', version: 1 }],
    })
    expect(await desk.deps.db.personas.all()).toHaveLength(defaultPersonas.length + 1)
    expect(await desk.deps.db.playbooks.version()).toBe(1)
    expect(await desk.deps.db.definitions.all()).toHaveLength(defaultDefinitions.length)
  })

  it('is refused where somebody else wrote since, with the place and what to do, and nothing of it is kept', async () => {
    await using desk = await openDesk(engine)
    const file = await exportAgreement(desk.deps)
    expect(await taken(desk, edited(file, opener))).toMatchObject({ ok: true })
    await desk.agree({ language: 'de' })
    const late = edited(file, zone, clause)
    expect(await problemsOf(desk, late)).toEqual([
      expect.stringMatching(
        /^basedOn\.playbook: is 1, and version 2 is in force \(somebody changed it since\): export/,
      ),
      expect.stringMatching(
        /^basedOn\.personas\.sales-leader: is 1, and version 2 .*, or write 2 here if this file/,
      ),
    ])
    expect((await desk.deps.db.definitions.versions()).get('lead')).toBe(1)
    const replacing = edited(late, ['playbook: 1', 'playbook: 2'], ['sales-leader: 1', 'sales-leader: 2'])
    expect(await taken(desk, replacing)).toMatchObject({ ok: true })
    expect((await desk.deps.db.personas.versions()).get('sales-leader')).toBe(3)
  })

  it.each<[string, object, string | RegExp]>([
    [
      'no version for a persona that is there',
      { personas: [{ ...defaultPersonas[0], aliases: [] }] },
      /^basedOn\.personas\.revops-lead: is missing, and version 1 is in force/,
    ],
    [
      'a version for a persona that is not there',
      {
        basedOn: { personas: { cfo: 2 } },
        personas: [{ ...defaultPersonas[0], key: 'cfo' }],
      },
      /^basedOn\.personas\.cfo: is 2, and there is none here yet: take this line out to add it$/,
    ],
    [
      'a version that is still to come',
      { basedOn: { playbook: 7 }, playbook: { ...defaultPlaybook, language: 'de' } },
      /^basedOn\.playbook: is 7, and version 1 is in force \(was a backup restored\?\)/,
    ],
  ])('is refused with %s', async (_, parts, said) => {
    await using desk = await openDesk(engine)
    expect((await problemsOf(desk, agreementFile(parts))).join('\n')).toMatch(said)
  })

  it('names everything that is wrong with it, with its path and what to do', async () => {
    await using desk = await openDesk(engine)
    const playbook = {
      ...defaultPlaybook,
      zone: 'Mars/Olympus',
      clocks: { ...defaultPlaybook.clocks, firstTouch: 'soon' },
      channels: { handoffs: '#leads', marketing: 'C0MARKETING' },
      colour: 'blue',
    }
    const personas = [{ ...defaultPersonas[0], onLine: 'x' }]
    expect(await problemsOf(desk, agreementFile({ playbook, personas }))).toEqual(
      expect.arrayContaining([
        'playbook.zone: an IANA time zone such as Europe/Berlin',
        'playbook.clocks.firstTouch: give a number',
        'playbook.channels.handoffs: a channel id such as C0123ABC, not its name',
        expect.stringMatching(/^playbook\.colour: there is no such key here; there is language, zone/),
        'personas.revops-lead.onLine: there is no such key here; did you mean oneLine?',
      ]),
    )
    expect(await desk.deps.db.playbooks.version()).toBe(1)
  })

  it('is refused when it can’t work, or lost a reason, and nothing of it is kept', async () => {
    await using desk = await openDesk(engine)
    const pathsOf = async (changes: object, rest: object = {}) =>
      (await problemsOf(desk, agreementFile({ playbook: { ...defaultPlaybook, ...changes }, ...rest }))).map(
        (line) => line.split(': ')[0],
      )
    const days = { monday: [{ from: '09:00', to: '09:01' }] }
    expect(await pathsOf({ workingHours: { days } })).toContain('playbook.clocks.standard.returnAfter')
    expect(await pathsOf({ reasons: defaultPlaybook.reasons.slice(1) })).toEqual(['playbook.reasons'])
    expect(await pathsOf({ roles: { ...defaultPlaybook.roles, sales: {} } })).toEqual([
      'playbook.roles.sales',
    ])
    const [persona] = defaultPersonas
    const personas = [{ ...persona, recognise: { include: [{ field: 'titel', is: ['x'], label: 'x' }] } }]
    const basedOn = { playbook: 1, personas: { 'revops-lead': 1 } }
    expect(await pathsOf({ language: 'de' }, { personas, basedOn })).toEqual([
      'personas.revops-lead.recognise.include[0].field',
    ])
    expect(await desk.deps.db.playbooks.version()).toBe(1)
  })

  it('lets one of two win that import at once, and tells the other', async () => {
    await using desk = await openDesk(engine)
    const answers = await Promise.all(
      ['Europe/Lisbon', 'Europe/Paris'].map((where) =>
        problemsOf(desk, agreementFile({ playbook: { ...defaultPlaybook, zone: where } })),
      ),
    )
    expect(answers.toSorted((a, b) => a.length - b.length)).toEqual([
      [],
      [expect.stringMatching(/^basedOn\.playbook: is 1, and version 2 is in force/)],
    ])
    expect(await desk.deps.db.playbooks.version()).toBe(2)
  })

  it('names the line that is not YAML', async () => {
    await using desk = await openDesk(engine)
    expect(await problemsOf(desk, 'zone: Europe/Berlin\nroles: [')).toEqual([expect.stringMatching(/^line/)])
  })
})
