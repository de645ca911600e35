import { expect, it } from 'vitest'
import { Operator } from '../../src/flows/access/operator.ts'
import { exportAgreement } from '../../src/flows/playbook/export-agreement.ts'
import { importAgreement } from '../../src/flows/playbook/import-agreement.ts'
import { anna, ben } from '../support/people.ts'
import { aTeam, seen, type Team } from '../support/team.ts'

const asked = async ({ slack, whisper }: Team, who: string, [command, text]: [string, string]) => {
  await slack.as(who).command(command, text)
  return seen(await whisper(who))
}

/** What marketing changed in the exported file: the opener of a persona, and a clause of a definition. */
const changes = [
  [
    'How long does a demo request wait at your company before somebody calls?',
    'Who calls first at your company?',
  ],
  ['Wie lange wartet eine Demo-Anfrage bei Ihnen, bis jemand anruft?', 'Wer ruft bei Ihnen zuerst an?'],
  ['One of e-mail, phone or external id is known.', 'Some way to reach them is known.'],
] as const

it('what marketing imports, /persona and /define show at once, in both languages', async () => {
  await using team = await aTeam()
  const deps = { ...team.baton.deps, operator: new Operator() }
  expect(await asked(team, anna, ['/persona', 'sales leader'])).toContain('before somebody calls?')
  const exported = await exportAgreement(deps)
  for (const [before] of changes) expect(exported).toContain(before)
  const yaml = changes.reduce((all, [before, after]) => all.replace(before, after), exported)
  expect(await importAgreement(deps, { yaml, author: 'Carla' })).toMatchObject({
    versions: [
      { place: 'personas.sales-leader', version: 2 },
      { place: 'definitions.lead', version: 2 },
    ],
  })
  expect(await asked(team, anna, ['/persona', 'sales leader'])).toContain('Who calls first at your company?')
  expect(await asked(team, ben, ['/persona', 'Vertriebsleitung'])).toContain('Wer ruft bei Ihnen zuerst an?')
  expect(await asked(team, anna, ['/define', 'lead'])).toContain('Some way to reach them is known.')
  const retired = yaml
    .replace('sales-leader: 1', 'sales-leader: 2')
    .replace('  lead: 1', '  lead: 2')
    .replace(/(key: sales-leader[^]*?status: )active/, '$1retired')
  expect(await importAgreement(deps, { yaml: retired, author: 'Carla' })).toMatchObject({
    ok: true,
  })
  expect(await asked(team, anna, ['/persona', 'list'])).not.toContain('Sales leader')
})
