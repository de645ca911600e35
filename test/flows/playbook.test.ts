import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { defaultPlaybook } from '../../prisma/seed.ts'
import { exportPlaybook } from '../../src/flows/playbook/export-playbook.ts'
import { importPlaybook } from '../../src/flows/playbook/import-playbook.ts'
import { engines } from '../support/database.ts'
import { openDesk } from '../support/desk.ts'

const author = 'Olga Ops'

describe.each(engines)('the playbook on $name', (engine) => {
  it('comes out as YAML that explains itself and changes nothing when it goes back in', async () => {
    await using desk = await openDesk(engine)
    const yaml = await exportPlaybook(desk.deps)
    expect(yaml).toContain('# Time zone of the week')
    expect(parse(yaml)).toEqual(defaultPlaybook)
    expect(await importPlaybook(desk.deps, { yaml, author })).toEqual({
      ...{ ok: true, version: 1, author: 'Baton', changes: [] },
    })
  })

  it('becomes a new version with its author when it changed', async () => {
    await using desk = await openDesk(engine)
    const yaml = (await exportPlaybook(desk.deps)).replace('zone: Europe/Berlin', 'zone: Europe/Lisbon')
    expect(await importPlaybook(desk.deps, { yaml, author })).toEqual({
      ...{ ok: true, version: 2, author },
      changes: [{ path: 'zone', from: 'Europe/Berlin', to: 'Europe/Lisbon' }],
    })
    expect(await desk.deps.db.playbooks.current()).toMatchObject({
      version: 2,
      author,
      document: { zone: 'Europe/Lisbon' },
    })
  })

  it('names everything that is wrong with it, with its path and what to do', async () => {
    await using desk = await openDesk(engine)
    const wrong = {
      ...defaultPlaybook,
      zone: 'Mars/Olympus',
      clocks: { ...defaultPlaybook.clocks, firstTouch: 'soon' },
      channels: { handoffs: '#leads', marketing: 'C0MARKETING' },
      colour: 'blue',
    }
    const result = await importPlaybook(desk.deps, { yaml: stringify(wrong), author })
    if (result.ok) throw new Error('imported')
    expect(result.problems).toEqual(
      expect.arrayContaining([
        { path: 'zone', remedy: 'an IANA time zone such as Europe/Berlin' },
        { path: 'clocks.firstTouch', remedy: 'give a number' },
        { path: 'channels.handoffs', remedy: 'a channel id such as C0123ABC, not its name' },
        {
          path: 'colour',
          remedy: expect.stringMatching(/no such key here; there is language, zone/) as string,
        },
      ]),
    )
    expect((await desk.deps.db.playbooks.current()).version).toBe(1)
  })

  it('is refused when it can’t work, or lost a reason, and nothing changes', async () => {
    await using desk = await openDesk(engine)
    const refusedFor = async (changes: object) => {
      const result = await importPlaybook(desk.deps, {
        yaml: stringify({ ...defaultPlaybook, ...changes }),
        author,
      })
      return result.ok ? [] : result.problems.map(({ path }) => path)
    }
    const days = { monday: [{ from: '09:00', to: '09:01' }] }
    expect(await refusedFor({ workingHours: { days } })).toContain('clocks.standard.returnAfter')
    expect(await refusedFor({ reasons: defaultPlaybook.reasons.slice(1) })).toEqual(['reasons'])
    expect(await refusedFor({ roles: { ...defaultPlaybook.roles, sales: {} } })).toEqual(['roles.sales'])
    expect((await desk.deps.db.playbooks.current()).version).toBe(1)
  })

  it('loses no version when two import at once', async () => {
    await using desk = await openDesk(engine)
    const imported = ['Europe/Lisbon', 'Europe/Paris'].map((zone) =>
      importPlaybook(desk.deps, { yaml: stringify({ ...defaultPlaybook, zone }), author }),
    )
    const versions = (await Promise.all(imported)).map((one) => (one.ok ? one.version : 0))
    expect(new Set(versions)).toEqual(new Set([2, 3]))
  })

  it('names the line that is not YAML, and refuses a file that unfolds without end', async () => {
    await using desk = await openDesk(engine)
    const broken = await importPlaybook(desk.deps, { yaml: 'zone: Europe/Berlin\nroles: [', author })
    expect(broken).toMatchObject({
      ok: false,
      problems: [{ path: expect.stringMatching(/^line/) as string }],
    })
    const lists = Array.from(
      { length: 9 },
      (_, n) => `l${n + 1}: &l${n + 1} [${Array(9).fill(`*l${n}`).join(', ')}]`,
    )
    const bomb = await importPlaybook(desk.deps, { yaml: ['l0: &l0 [lol]', ...lists].join('\n'), author })
    expect(bomb).toMatchObject({ ok: false })
  })
})
