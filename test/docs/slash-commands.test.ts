import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { steps } from '../../src/demo/steps.ts'
import { receiveLeads } from '../../src/flows/intake/receive-leads.ts'
import { texts } from '../../src/slack/text/index.ts'
import { aReceivedLead } from '../support/leads.ts'
import { anna } from '../support/people.ts'
import { aTeam, seen, type Team } from '../support/team.ts'
import { spans } from './shown.ts'

const ours = /^\/(?:persona|define|lead|digest)\b/

/** What a reader puts in for what only says what belongs there, in either language. */
const filledIn: Record<string, string> = {
  '/persona': 'sales leader',
  '/define': 'MQL',
  '/lead': 'Jane',
}
const blanks = /\bNAME\b|\bWORDS?\b|\bWORT\b|WÖRTER|^name, company, e-mail or id$|^name$|^word$/

const hintsSchema = z.object({
  features: z.object({
    slash_commands: z.array(z.object({ command: z.string(), usage_hint: z.string() })),
  }),
})

/** `[this | last] [source NAME]` shows three ways to ask: each alternative for itself. */
const hinted = hintsSchema
  .parse(parse(readFileSync('manifest.yml', 'utf8')))
  .features.slash_commands.flatMap(({ command, usage_hint: hint }) =>
    [...hint.matchAll(/\[([^\]]+)\]/g)].flatMap(([, choices = '']) =>
      choices.split('|').map((choice) => `${command} ${choice.trim()}`),
    ),
  )

const commands = [
  ...new Set([
    ...spans.map(({ text }) => text).filter((text) => ours.test(text)),
    ...steps.flatMap(({ en, de }) =>
      [...`${en}\n${de}`.matchAll(/\/[a-z]+(?: [A-Z]+)?/g)].map(([text]) => text),
    ),
    ...hinted,
  ]),
]

describe('a slash command that is shown', () => {
  let team: Team
  beforeAll(async () => {
    team = await aTeam()
    for (const at of ['2026-11-11T09:00:00Z', '2026-11-18T08:03:00Z']) {
      team.setClock(new Date(at))
      const details = {
        name: 'Jane Doe',
        email: `${at.slice(8, 10)}@example.com`,
        title: 'VP Sales',
        company: 'Acme',
      }
      await receiveLeads(team.baton.deps, {
        leads: [aReceivedLead({ source: 'webinar', externalId: at, qualified: true, details })],
      })
    }
    await team.card('Jane Doe')
  })
  afterAll(() => team[Symbol.asyncDispose]())

  it('is looked for in pages, help texts, hints and the steps of the demo', () => {
    expect(commands).toEqual(
      expect.arrayContaining([
        '/digest last source webinar persona sales leader',
        '/lead WORDS',
        '/lead WÖRTER',
        '/digest 2026-W47',
        '/define MQL',
      ]),
    )
  })

  it.each(commands)('is answered: %s', async (shown) => {
    const [command = '', ...words] = shown.split(' ')
    const asked = words.join(' ')
    await team.slack.as(anna).command(command, filled(command, asked))
    const answer = seen(await team.whisper(anna))
    // Its bare name may lead to its help.
    for (const unserved of unservedBy(command, asked)) expect(answer).not.toContain(unserved)
  })
})

const filled = (command: string, asked: string): string =>
  asked
    .replace('source NAME', 'source webinar')
    .replace('persona NAME', 'persona sales leader')
    .replace(blanks, filledIn[command] ?? '')

/** That it failed, that there is no such thing, and what is said to who does not know how to ask. */
function unservedBy(command: string, asked: string): string[] {
  const t = texts('en')
  const help = asked === '' ? [] : [t(`help.${command.slice(1) as 'digest'}`)]
  const nothing = (['persona', 'definition', 'source'] as const).map((kind) =>
    t(`notFound.${kind}`, { term: '§' }),
  )
  return [
    ...help,
    ...[t('sorry.failed', { reference: '§' }), ...nothing].flatMap((text) => text.split('§')),
  ].filter((text) => text.length > 12)
}
