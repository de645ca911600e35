import type { Person } from '../../domain/people/person.ts'
import { namedIn, openRoles, type Roles } from '../../domain/people/roles.ts'
import type { Answer } from '../../slack/inspect/answer.ts'
import type { SeenGroup } from '../../slack/inspect/groups.ts'
import { ok, problem, skipped, warning, type Finding } from '../finding.ts'
import { unasked, type Patient } from '../patient.ts'

/** Are the people and groups of the playbook's roles there, and may they act? */
export async function roles({ playbook, identity, slack }: Patient): Promise<Finding[]> {
  const [found, who] = await Promise.all([playbook(), identity()])
  if (found.state !== 'found') return [skipped('roles', 'they stand in the playbook; see there')]
  const all = Object.values(found.document.roles).map(namedIn)
  const open = openToAll(found.document.roles)
  const users = [...new Set(all.flatMap((role) => role.users))]
  const groups = [...new Set(all.flatMap((role) => role.groups))]
  if (users.length + groups.length === 0) return open
  if (!who?.ok) return [...open, skipped('roles', unasked(who))]
  const people = await Promise.all(users.map(async (id) => ofPerson(id, await slack.person(id))))
  const wrong = [...people, ...(groups.length > 0 ? ofGroups(groups, await slack.groups()) : [])].filter(
    isWrong,
  )
  const fine = ok(
    'roles',
    `${counted(groups.length, 'group')} and ${counted(users.length, 'person', 'people')} are there`,
  )
  return [...open, ...(wrong.length > 0 ? wrong : [fine])]
}

function openToAll(named: Roles): Finding[] {
  const names = openRoles(named)
  if (names.length === 0) return []
  return [ok('roles', `anybody is ${names.join(', ')}: every member may do what these do, guests may not`)]
}

function ofPerson(id: string, answer: Answer<Person>): Finding | null {
  if (!answer.ok) return unknownPerson(id, answer)
  const { name, kind } = answer.value
  if (kind === 'member') return null
  const names = {
    deleted: 'was deactivated',
    bot: 'is an app',
    guest: 'is a guest',
    stranger: 'is of another organisation',
  }
  return warning(
    'roles',
    `${name} (${id}) ${names[kind]}, and can’t act`,
    'Take that id out of the playbook’s roles.',
  )
}

function unknownPerson(id: string, { code, says }: Extract<Answer<Person>, { ok: false }>): Finding {
  if (code === 'user_not_found')
    return problem(
      'roles',
      `${id} is nobody of this workspace`,
      'Correct the id in the playbook’s roles (in a profile: ⋮ → "Copy member ID").',
    )
  const todo =
    code === 'missing_scope'
      ? 'Add users:read to the app and reinstall it; the id may be right.'
      : 'Run the doctor again in a minute; the id may be right.'
  return problem('roles', `${id} can’t be looked up (${code ?? says})`, todo)
}

function ofGroups(ids: string[], answer: Answer<SeenGroup[]>): (Finding | null)[] {
  if (!answer.ok)
    return [
      problem(
        'roles',
        `user groups can’t be read (${answer.code ?? answer.says}): ${ids.join(', ')} have no members for Baton`,
        'Add usergroups:read to the app and reinstall it, or name people instead; user groups need a paid plan.',
      ),
    ]
  return ids.map((id) =>
    ofGroup(
      id,
      answer.value.find((group) => group.id === id),
    ),
  )
}

function ofGroup(id: string, group: SeenGroup | undefined): Finding | null {
  if (!group)
    return problem('roles', `the user group ${id} does not exist`, 'Correct its id in the playbook’s roles.')
  const name = `the user group @${group.handle} (${id})`
  if (group.isDisabled)
    return problem(
      'roles',
      `${name} is disabled: nobody has its role`,
      'Enable it in Slack, or take it out of the roles.',
    )
  if (group.members > 0) return null
  return problem('roles', `${name} has no members: nobody has its role`, 'Add people to it in Slack.')
}

const isWrong = (finding: Finding | null): finding is Finding => finding !== null
const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`
