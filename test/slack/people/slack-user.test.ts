import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kindOf, languageOf, nameOf, parseUser, zoneOf } from '../../../src/slack/people/slack-user.ts'

const alone = { teamId: 'T0HOME', enterpriseId: null }
const inOrganisation = { teamId: 'T0HOME', enterpriseId: 'E0OURS' }
const ours = { enterprise_id: 'E0OURS', teams: ['T0WEST'] }

/** Who somebody is where Baton is installed in a workspace of its own, and in one of an organisation of several. */
const table: [what: string, user: object, alone: string, inOrganisation: string][] = [
  ['of the workspace', { team_id: 'T0HOME' }, 'member', 'member'],
  ['of no workspace', {}, 'stranger', 'stranger'],
  ['of another workspace', { team_id: 'T0OTHER' }, 'stranger', 'stranger'],
  [
    'without a workspace of their own, but with ours among theirs',
    { enterprise_user: { teams: ['T0HOME'] } },
    'member',
    'member',
  ],
  [
    'of another one, and of ours',
    { team_id: 'T0WEST', enterprise_user: { teams: ['T0WEST', 'T0HOME'] } },
    'member',
    'member',
  ],
  [
    'of another workspace of the organisation',
    { team_id: 'T0WEST', enterprise_user: ours },
    'stranger',
    'member',
  ],
  ['of the organisation alone', { team_id: null, enterprise_user: ours }, 'stranger', 'member'],
  [
    'of the organisation, named as its workspace',
    { team_id: 'E0OURS', enterprise_user: ours },
    'stranger',
    'member',
  ],
  [
    'of another organisation',
    { team_id: 'T0OTHER', enterprise_user: { enterprise_id: 'E0OTHER', teams: ['T0OTHER'] } },
    'stranger',
    'stranger',
  ],
  [
    'of an organisation without a name',
    { team_id: '', enterprise_user: { enterprise_id: '', teams: [] } },
    'stranger',
    'stranger',
  ],
  [
    'called a stranger, and said to be of the workspace',
    { team_id: 'T0HOME', is_stranger: true },
    'stranger',
    'stranger',
  ],
  [
    'called a stranger, and said to be of the organisation',
    { is_stranger: true, enterprise_user: ours },
    'stranger',
    'stranger',
  ],
  ['a guest', { team_id: 'T0HOME', is_restricted: true }, 'guest', 'guest'],
  [
    'a guest of another workspace of the organisation',
    { is_restricted: true, enterprise_user: ours },
    'stranger',
    'guest',
  ],
  ['a guest, in a word nobody knows', { team_id: 'T0HOME', is_ultra_restricted: 'yes' }, 'guest', 'guest'],
  ['a bot of the organisation', { is_bot: true, enterprise_user: ours }, 'stranger', 'bot'],
  ['deactivated', { deleted: true, enterprise_user: ours }, 'deleted', 'deleted'],
]

describe('who somebody is', () => {
  it.each(table)('%s', (...[_what, user, whereAlone, whereInOrganisation]) => {
    const parsed = parseUser({ id: 'W0JANE', ...user })
    expect([kindOf(parsed, alone), kindOf(parsed, inOrganisation)]).toEqual([whereAlone, whereInOrganisation])
  })
})

describe('what Slack tells of somebody', () => {
  it.each([
    ['de-DE', 'de'],
    ['de', 'de'],
    ['DE_at', 'de'],
    ['en-GB', 'en'],
    ['pt-BR', null],
    ['den', null],
    ['', null],
    [null, null],
    [undefined, null],
    [7, null],
  ])('locale %s', (locale, language) => {
    expect(languageOf(parseUser({ locale }))).toBe(language)
  })

  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['Asia/Calcutta', 'Asia/Calcutta'],
    ['Mars/Olympus', null],
    ['', null],
    [null, null],
    [undefined, null],
    [3_600, null],
  ])('zone %s', (tz, zone) => {
    expect(zoneOf(parseUser({ tz }))).toBe(zone)
  })

  it.each([
    [{ profile: { display_name: 'Jane' }, real_name: 'Jane Doe' }, 'Jane'],
    [{ profile: { display_name: '' }, real_name: 'Jane Doe' }, 'Jane Doe'],
    [{ profile: { real_name: 'Jane Doe' }, real_name: null }, 'Jane Doe'],
    [{ profile: null, name: 'jane' }, 'jane'],
    [{ id: 'U0JANE' }, 'U0JANE'],
  ])('the name of %j', (user, name) => {
    expect(nameOf(parseUser(user))).toBe(name)
  })
})

const complete = {
  id: 'U0JANE',
  team_id: 'T0HOME',
  name: 'jane',
  real_name: 'Jane Doe',
  deleted: false,
  is_bot: false,
  is_restricted: false,
  is_ultra_restricted: false,
  is_stranger: false,
  is_admin: false,
  locale: 'de-DE',
  tz: 'Europe/Berlin',
  profile: { display_name: 'Jane', real_name: 'Jane Doe', email: 'jane@example.com' },
  enterprise_user: { id: 'W0JANE', enterprise_id: 'E0OURS', teams: ['T0HOME', 'T0WEST'] },
}

/** The same answer with any of its parts missing, null, empty or of another kind. */
const maimed = (part: object): fc.Arbitrary<object> =>
  fc
    .tuple(
      ...Object.entries(part).map(([key, value]: [string, unknown]) => {
        const whole =
          typeof value === 'object' && value !== null && !Array.isArray(value)
            ? maimed(value)
            : fc.constant(value)
        const odd = typeof value === 'boolean' ? fc.constant(null) : fc.constantFrom<unknown>(null, '', 7, [])
        return fc.oneof(whole, fc.constant(undefined), odd).map((given) => [key, given] as const)
      }),
    )
    .map((entries) => Object.fromEntries(entries.filter(([, value]) => value !== undefined)))

describe('somebody of whom Slack tells little', () => {
  it('is served as the member they are, whatever else is missing', () => {
    fc.assert(
      fc.property(maimed(complete), (answer) => {
        const user = parseUser({ ...answer, team_id: 'T0HOME' })
        expect(kindOf(user, inOrganisation)).toBe('member')
        expect([null, 'de']).toContain(languageOf(user))
        expect([null, 'Europe/Berlin']).toContain(zoneOf(user))
        expect(typeof nameOf(user)).toBe('string')
      }),
    )
  })

  it('is never one of ours when nothing says so', () => {
    const foreign = {
      ...complete,
      team_id: 'T0OTHER',
      enterprise_user: { enterprise_id: 'E0OTHER', teams: ['T0OTHER'] },
    }
    fc.assert(
      fc.property(maimed(foreign), (answer) => {
        expect(kindOf(parseUser(answer), inOrganisation)).toBe('stranger')
        expect(kindOf(parseUser(answer), alone)).toBe('stranger')
      }),
    )
  })
})
