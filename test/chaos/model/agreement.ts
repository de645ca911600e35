import { defaultReasons } from '../../../prisma/seed/reasons.ts'
import { defaultPlaybook } from '../../../prisma/seed/playbook.ts'
import type { Person } from '../../../src/domain/people/person.ts'
import type { PlaybookDocument } from '../../../src/domain/playbook/playbook.ts'

/** Where cards are posted, and where those go that this channel does not take. */
export const lanes = { handoffs: defaultPlaybook.channels.handoffs, spare: 'C0SPARE' }

/** When the first sequence begins: a Wednesday, shortly after midnight in Berlin. */
export const beginning = new Date('2026-11-18T00:30:00+01:00')
export const day = 24 * 60 * 60_000

/** Each sequence has a week of its own, so that a digest counts no other's handoffs. */
export const beginningOf = (run: number): number => beginning.getTime() + run * 7 * day

const always = [{ from: '00:00', to: '23:59' }]
const asks = (word: string) => [{ field: 'request', is: [word] }]
const spam = defaultReasons.filter(({ code }) => code === 'spam')

/** An agreement that is easy to reckon with: a demo counts 60, an intern −30, and there is work all day. */
export const agreement: PlaybookDocument = {
  ...defaultPlaybook,
  workingHours: { days: { wednesday: always }, holidays: [] },
  tiers: { hot: asks('demo'), low: [] },
  scoring: {
    threshold: 50,
    rules: [
      { id: 'demo', name: 'demo', points: 60, when: asks('demo') },
      { id: 'intern', name: 'intern', points: -30, when: [{ field: 'title', is: ['Intern'] }] },
    ],
  },
  reasons: [...defaultReasons, ...spam.map((reason) => ({ ...reason, code: 'retired', retired: true }))],
  roles: {
    sales: { groups: ['S0SALES'], users: ['U0GUS', 'U0APP', 'U0EX'] },
    managers: { groups: [], users: ['U0DORA'] },
    marketing: { groups: ['S0MARKETING'], users: ['U0SAM'] },
    operations: { groups: [], users: ['U0OLGA'] },
  },
}

function somebody(id: string, kind: Person['kind'], groups: string[] = []): Person {
  return { ...{ id, name: id, language: 'en', zone: 'Europe/Berlin', kind, isAdmin: id === 'U0MO' }, groups }
}

/** Two who sell, a manager, marketing, operations, an admin without a role, and four who may not. */
export const people: Person[] = [
  somebody('U0ANNA', 'member', ['S0SALES']),
  somebody('U0BEN', 'member', ['S0SALES']),
  somebody('U0DORA', 'member'),
  somebody('U0CARLA', 'member', ['S0MARKETING']),
  somebody('U0OLGA', 'member'),
  somebody('U0MO', 'member'),
  somebody('U0GUS', 'guest'),
  somebody('U0SAM', 'stranger'),
  somebody('U0APP', 'bot'),
  somebody('U0EX', 'deleted'),
]
